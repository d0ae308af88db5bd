import { MathBN } from "@medusajs/framework/utils"
import { staffMessage } from "../../../../messages"
import { staffError } from "../../errors/staff-error"
import type { PaymentContext } from "../../payments/context"
import type { Payment } from "../../payments/payment"
import { idempotencyKeyFor } from "../../shared/reference"
import { sealPayer } from "./account"
import type { WithdrawContext } from "../context"
import { needsApproval } from "../../withdraw-rules/limits"
import type { Person } from "../../withdraw-rules/people"
import { hasEndedUnpaid } from "../../withdraw-rules/state"
import { WithdrawStore } from "../store/withdraw-store"
import type { NewWithdraw, Withdraw } from "../withdraw"

/** A refund that Medusa asks for. `amount` is THB in major units. */
export interface RefundRequest {
  /** With two decimals. Null for all that is left of the payment. */
  amount: string | null
  /** Medusa's id of the refund. Each further try of Medusa's has a new one. */
  refund_id: string
  /** Asks Medusa which of these refunds it has. */
  findRefundIds(ids: string[]): Promise<string[]>
  /** The person who asked Medusa for it. Null where Medusa cannot tell yet: the approval finds out. */
  person: Person | null
}

/**
 * Writes the withdraw that pays a customer back. When Medusa rolled its first try back, the process finds that withdraw
 * again, though the next try has a new id. Two equal refunds that Medusa both knows are two.
 *
 * Whether the wallet holds it is a question for later: where core cancels an order, it books the refund whatever the
 * answer is.
 *
 * @throws MedusaError NOT_ALLOWED when it is more than was paid, or the payer's account number is no longer kept
 */
export async function createRefund(
  payments: PaymentContext,
  context: WithdrawContext,
  payment: Payment,
  request: RefundRequest
): Promise<Withdraw> {
  const id = WithdrawStore.newId()
  const account = sealPayer(payments, context, payment, id)
  // The order matters, and so does the place before the lock. Medusa writes a refund down before it asks for it, so a
  // refund that is seen here and unknown after was taken back. The other way round, a refund that Medusa asks for in
  // between would seem to be.
  const seen = await context.store.queries.listRefundsOf(payment.id)
  const ids = seen.flatMap(({ refund_id }) => refund_id ?? [])
  const known = new Set(await request.findRefundIds(ids))
  const takenBack = new Set<string | null>(ids.filter((id) => !known.has(id)))
  return context.store.alone(async (store) => {
    const refunds = await store.queries.listRefundsOf(payment.id)
    const same = refunds.find(
      ({ refund_id }) => refund_id === request.refund_id
    )
    if (same) {
      return same
    }
    const live = refunds.filter(({ state }) => !hasEndedUnpaid(state))
    const forgotten = live.filter(({ refund_id }) => takenBack.has(refund_id))
    const standing = live.filter((refund) => !forgotten.includes(refund))
    // Money that went back in another way, because Medusa has no row of the refund.
    const paidBack = await store.queries.sumOwedPaidBack(payment.id)
    const asked =
      request.amount ??
      MathBN.sub(
        payment.amount,
        paidBack,
        ...standing.map(({ amount }) => amount)
      )
    const again = forgotten.find(({ amount }) => MathBN.eq(amount, asked))
    if (again) {
      const adopted = await store.adoptRefund(
        again.id,
        request.refund_id,
        request.person
      )
      if (adopted) {
        return adopted
      }
    }
    let left = MathBN.sub(payment.amount, paidBack)
    for (const refund of live) {
      const isGone = forgotten.includes(refund) && (await forget(store, refund))
      left = isGone ? left : MathBN.sub(left, refund.amount)
    }
    const amount = request.amount ?? left.toFixed(2)
    if (MathBN.gt(amount, left) || MathBN.lte(amount, 0)) {
      throw staffError(
        staffMessage("refund_too_large", { amount, left: left.toFixed(2) })
      )
    }
    const { refund_id, person } = request
    const [written] = await store.insert(
      [toRow(context, payment, { id, amount, refund_id, person, ...account })],
      staffMessage("refund_requested")
    )
    if (!written) {
      throw new Error("[one2pays] the refund was not written")
    }
    return written
  })
}

/**
 * Cancels a refund that Medusa took back. @returns false when it has left: then it counts, whether Medusa knows it or
 * not
 */
export const forget = async (
  store: WithdrawStore,
  { id }: Pick<Withdraw, "id">
): Promise<boolean> =>
  (await store.move(id, {
    to: "canceled",
    from: ["requires_approval", "approved"],
    actor: "system",
    reason: staffMessage("refund_gone"),
    // Medusa booked nothing, so nothing is missing.
    issue: null,
  })) !== null

function toRow(
  context: WithdrawContext,
  payment: Payment,
  {
    person,
    ...given
  }: Pick<
    NewWithdraw,
    "id" | "amount" | "refund_id" | "account_sealed" | "account_hash"
  > &
    Pick<RefundRequest, "person">
): NewWithdraw {
  const { id, amount } = given
  const { refunds, withdraws } = context.options
  const { first_payer } = payment
  const limits = {
    approvalAbove: refunds.approvalAbove ?? withdraws.approvalAbove,
  }
  return {
    ...given,
    kind: "refund",
    state: needsApproval(limits, { amount, first_payer, person })
      ? "requires_approval"
      : "approved",
    account_name: payment.payer_name,
    bank_code: payment.payer_bank_code,
    account_last4: payment.payer_last4,
    batch_hash: null,
    duplicate: null,
    first_payer,
    description: `Refund of ${payment.reference_id ?? payment.id}`.slice(
      0,
      255
    ),
    metadata: null,
    reference_id: id,
    idempotency_key: idempotencyKeyFor(id),
    request_key: null,
    batch_id: null,
    // Medusa does not tell the provider who asked. Its own record of the refund does.
    requested_by: "system",
    requested_by_person: person?.id ?? null,
    requested_by_chain: person?.chain ?? null,
    payment_id: payment.id,
    order_id: payment.order_id,
  }
}
