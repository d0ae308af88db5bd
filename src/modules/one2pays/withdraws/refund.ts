import { MathBN, MedusaError } from "@medusajs/framework/utils"
import { staffMessage } from "../../../messages"
import { expectedError } from "../errors/expected-error"
import { staffError } from "../errors/staff-error"
import type { Payment } from "../payments/payment"
import { idempotencyKeyFor } from "../shared/reference"
import type { WithdrawContext } from "./context"
import { checkLimits, needsApproval } from "../withdraw-rules/limits"
import type { Person } from "../withdraw-rules/people"
import { hasEndedUnpaid } from "../withdraw-rules/state"
import { WithdrawStore } from "./withdraw-store"
import type { NewWithdraw, Withdraw } from "./withdraw"

/** A refund that Medusa asks for. `amount` is THB in major units. */
export interface RefundRequest {
  amount: string
  /** Medusa's id of the refund. Each further try of Medusa's has a new one. */
  refund_id: string
  /** Asks Medusa which of these refunds it has. */
  findRefundIds(ids: string[]): Promise<string[]>
  /** The person who asked Medusa for it. Null where Medusa cannot tell yet: the approval finds out. */
  person: Person | null
  /** The payer's account number, in the clear. */
  account_number: string
}

/**
 * Writes the withdraw that pays a customer back. When Medusa rolled its first try back, the process finds that withdraw
 * again, though the next try has a new id. Two equal refunds that Medusa both knows are two.
 *
 * @throws MedusaError NOT_ALLOWED when it is more than was paid, or more than the wallet holds
 */
export async function createRefund(
  context: WithdrawContext,
  payment: Payment,
  request: RefundRequest
): Promise<Withdraw> {
  if (MathBN.lte(request.amount, 0)) {
    throw expectedError(
      MedusaError.Types.INVALID_DATA,
      "amount: expected at least THB 0.01",
      "one2pays_amount_invalid"
    )
  }
  // The order matters, and so does the place before the lock. Medusa writes a refund down before it asks for it, so a
  // refund that is seen here and unknown after was taken back. The other way round, a refund that Medusa asks for in
  // between would seem to be.
  const seen = await context.store.queries.listRefundsOf(payment.id)
  const ids = seen.flatMap(({ refund_id }) => refund_id ?? [])
  const known = new Set(await request.findRefundIds(ids))
  const takenBack = new Set<string | null>(ids.filter((id) => !known.has(id)))
  const { balance, as_of } = await context.balance()
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
    const again = forgotten.find(({ amount }) => amount === request.amount)
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
    let left = MathBN.convert(payment.amount)
    for (const refund of live) {
      const isGone = forgotten.includes(refund) && (await forget(store, refund))
      left = isGone ? left : MathBN.sub(left, refund.amount)
    }
    if (MathBN.gt(request.amount, left)) {
      throw staffError(
        staffMessage("refund_too_large", {
          amount: request.amount,
          left: left.toFixed(2),
        })
      )
    }
    const refusal = checkLimits(
      {},
      {
        amount: request.amount,
        day_total: "0",
        wallet: balance?.walletBalance ?? null,
        reserved: await store.queries.sumReserved(as_of ?? new Date(0), {
          waiting: true,
        }),
      }
    )
    if (refusal) {
      throw staffError(
        refusal.key === "balance_unknown"
          ? staffMessage("balance_unknown_for_refund")
          : refusal
      )
    }
    const [written] = await store.insert(
      [toRow(context, payment, request)],
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
  { amount, refund_id, person, account_number }: RefundRequest
): NewWithdraw {
  const { refunds, withdraws } = context.options
  const { first_payer } = payment
  const id = WithdrawStore.newId()
  const limits = {
    approvalAbove: refunds.approvalAbove ?? withdraws.approvalAbove,
  }
  return {
    id,
    kind: "refund",
    state: needsApproval(limits, { amount, first_payer, person })
      ? "requires_approval"
      : "approved",
    amount,
    account_name: payment.payer_name,
    bank_code: payment.payer_bank_code,
    account_last4: payment.payer_last4,
    account_sealed: context.sealAccountNumber(account_number, id),
    account_hash:
      context.accountHashes(payment.payer_bank_code, account_number)[0] ?? null,
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
    refund_id,
  }
}
