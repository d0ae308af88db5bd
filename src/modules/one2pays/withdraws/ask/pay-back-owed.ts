import { MathBN } from "@medusajs/framework/utils"
import type { Transaction } from "../store/withdraw-store"
import { staffMessage } from "../../../../messages"
import { loadBookedBack } from "../../core/booked-back"
import type { GraphQuery } from "../../core/query"
import { staffError } from "../../errors/staff-error"
import type { PaymentContext } from "../../payments/context"
import { owedIn } from "../../payments/judge/match"
import { hasEndedUnpaid } from "../../withdraw-rules/state"
import type { Payment } from "../../payments/payment"
import { PaymentStore } from "../../payments/store/payment-store"
import type { Person } from "../../withdraw-rules/people"
import type { WithdrawContext } from "../context"
import { OWED_BACK } from "../store/sending-queries"
import { WithdrawQueries } from "../store/withdraw-queries"
import { createWithdraws } from "./create"
import { owedBack } from "./owed-back"
import {
  nextRequest,
  assertUnresolved,
  lastTry,
  limitOfSecondTry,
  limitOfRefunds,
  beginPayBack,
  written,
} from "./pay-back-rules"

/**
 * Pays what Medusa counts as gone back, and no withdraw pays: exactly the sum that the issue names, less what staff have
 * refunded in Medusa since.
 */
export async function payBackOwed(
  payments: PaymentContext,
  payouts: WithdrawContext,
  payment: Payment,
  person: Person,
  query: GraphQuery
): Promise<string> {
  const { id, owed_back_told, order_id } = payment
  const request_key = nextRequest(
    `${OWED_BACK}${id}:${owed_back_told ?? ""}`,
    payment
  )
  assertUnresolved(payment)
  const last = await lastTry(payouts, payment)
  const books = await loadBookedBack(query, order_id ? [order_id] : [])
  const own = books.find(({ session_id }) => session_id === payment.session_id)
  const refunds = await payouts.store.queries.listRefundsOf(id)
  const owed = own ? owedBack(payment, own, refunds, payouts.now()) : "0"
  // What earlier issues told of has gone back, or staff have seen to it.
  const amount = MathBN.sub(
    owedIn(payment) ?? 0,
    MathBN.max(MathBN.sub(owed_back_told ?? 0, owed), 0)
  )
  if (amount.lte(0)) {
    throw staffError(staffMessage("nothing_owed", { id }))
  }
  const [withdraw] = await createWithdraws(
    payouts,
    [
      {
        amount: amount.toFixed(2),
        bank_code: payment.payer_bank_code,
        account_name: payment.payer_name,
        account_number: payments.openAccountNumber(payment),
        description: `Paid back: ${payment.reference_id ?? id}`,
      },
    ],
    {
      requested_by: person.actor,
      person,
      request_key,
      pays_back: {
        payment_id: id,
        order_id,
        first_payer: payment.first_payer,
        approval_above: last
          ? limitOfSecondTry(payouts, last)
          : limitOfRefunds(payouts),
        begin: async (transaction, withdrawId) => {
          await assertWithinPayment(transaction, payment, amount.toFixed(2))
          const { issues } = new PaymentStore(transaction)
          await beginPayBack(issues, id, withdrawId, "refund_missing")
        },
      },
    }
  )
  return written(withdraw).id
}

/** Throws when a refund has taken the money since: not more goes back of a payment than its order took. */
async function assertWithinPayment(
  transaction: Transaction,
  { id, amount }: Payment,
  more: string
): Promise<void> {
  const queries = new WithdrawQueries(transaction)
  const refunds = await queries.listRefundsOf(id)
  const gone = refunds.filter(({ state }) => !hasEndedUnpaid(state))
  const left = MathBN.sub(
    amount,
    await queries.sumOwedPaidBack(id),
    ...gone.map((refund) => refund.amount)
  )
  if (MathBN.gt(more, left)) {
    throw staffError(staffMessage("payment_in_progress", { id }))
  }
}
