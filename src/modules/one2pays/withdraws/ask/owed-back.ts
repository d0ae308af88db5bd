import { MathBN } from "@medusajs/framework/utils"
import { staffMessage } from "../../../../messages"
import type { BookedBack } from "../../core/booked-back"
import { ASKED_WITHIN_MS } from "../../core/new-bookings"
import { isMoney, toBaht } from "../../core/order-facts"
import type { PaymentContext } from "../../payments/context"
import type { Payment } from "../../payments/payment"
import { paidOf } from "../../payments/store/payment-queries"
import { hasEndedUnpaid } from "../../withdraw-rules/state"
import type { WithdrawContext } from "../context"
import type { Withdraw } from "../withdraw"

/**
 * Compares what Medusa counts as gone back with the withdraws that pay it, and writes down what is owed: a refund that
 * was refused for good while core booked it, or whose process died before it asked. See `tellOwedBack`.
 */
export async function noteOwedBack(
  payments: PaymentContext,
  withdraws: WithdrawContext,
  booked: BookedBack[]
): Promise<void> {
  const rows = await payments.queries.listOfSessions(
    booked.map(({ session_id }) => session_id)
  )
  const paid = booked.flatMap((books) => {
    const payment = paidOf(
      rows.filter(({ session_id }) => session_id === books.session_id)
    )
    return payment ? { books, payment } : []
  })
  const refunds = await withdraws.store.queries.listRefundsOf(
    paid.map(({ payment }) => payment.id)
  )
  for (const { books, payment } of paid) {
    const owed = owedBack(payment, books, refunds, withdraws.now())
    if (isMoney(owed) || payment.owed_back) {
      await payments.store.noteOwedBack(payment.id, owed)
    }
    if (!isMoney(owed) && isMissing(payment)) {
      // Staff refunded it again in Medusa, and now a withdraw pays it.
      await payments.store.issues.resolve(
        payment.id,
        "system",
        staffMessage("refund_asked_since"),
        "refund_missing"
      )
    }
  }
}

/** Raises the issues of what is owed, where no other issue of the payment is open. Later runs raise the rest. */
export async function tellOwedBack(
  { queries, store, issues }: PaymentContext,
  limit: number
): Promise<void> {
  for (const id of await queries.listOwedBack(limit)) {
    if (await store.raiseOwedBack(id)) {
      await issues.announce(id)
    }
  }
}

/**
 * The THB of a payment that Medusa counts as gone back, and no withdraw pays or has an issue about. The function is pure.
 *
 * @param withdraws refunds of this payment and of others
 */
export function owedBack(
  { id, amount }: Pick<Payment, "id" | "amount">,
  books: BookedBack,
  withdraws: Pick<
    Withdraw,
    "payment_id" | "refund_id" | "state" | "issue" | "amount"
  >[],
  now: Date
): string {
  const own = withdraws.filter(({ payment_id }) => payment_id === id)
  const accounted = own.filter(
    ({ state, issue }) =>
      !hasEndedUnpaid(state) || (issue !== null && issue !== "delayed")
  )
  const underWay = books.refunds.filter(
    (refund) =>
      now.getTime() - refund.created_at.getTime() < ASKED_WITHIN_MS &&
      own.every(({ refund_id }) => refund_id !== refund.id)
  )
  const owed = MathBN.sub(
    MathBN.min(books.amount, amount),
    ...[...accounted, ...underWay].map((each) => each.amount)
  )
  return toBaht(MathBN.max(owed, 0))
}

const isMissing = ({ issue, resolved_at }: Payment): boolean =>
  issue === "refund_missing" && !resolved_at
