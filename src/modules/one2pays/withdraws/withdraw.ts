import { roundThb } from "../../../gateway"
import type { Message } from "../../../messages"
import type { IssueColumns } from "../issues/issue"
import type { FirstPayerMark } from "../payments/payment"
import type { WithdrawState } from "../withdraw-rules/state"

export type WithdrawKind = "payout" | "refund"

/** What an approved withdraw waits for, where it is more than its turn. */
export type Wait = "funds" | "key"

/** Kinds of differences between the money that left, or did not, and our records. Staff decide about them. */
export type WithdrawIssue =
  | "amount_mismatch"
  | "delayed"
  | "paid_after_cancel"
  | "payout_failed"
  | "refund_failed"
  | "returned"

/** Why a payout is meant that was asked for before. */
export interface Duplicate {
  /** The requester's own words. */
  reason: string
  /** Ids of the earlier payouts. */
  of: string[]
}

/** One row of `one2pays_withdraw`. `amount` is THB in major units with two decimals. */
export interface Withdraw extends IssueColumns<WithdrawIssue> {
  id: string
  kind: WithdrawKind
  state: WithdrawState
  amount: string
  currency_code: string
  account_name: string
  bank_code: string
  account_last4: string
  account_sealed: string
  /** Tells two payouts to one account. Null in an older row, and when the number is erased. */
  account_hash: string | null
  /** Tells two uploads of one file. */
  batch_hash: string | null
  /** Set where it was asked for before, and is meant all the same: a person has to approve it. */
  duplicate: Duplicate | null
  /** Set where the money goes back to another payer than the order's own: a person has to approve it. */
  first_payer: FirstPayerMark | null
  description: string | null
  metadata: Record<string, unknown> | null
  reference_id: string
  idempotency_key: string
  request_key: string | null
  batch_id: string | null
  requested_by: string
  /** The user behind it at that time; `system`; null when nobody was known. */
  requested_by_person: string | null
  /** The chain of that `Person`. Null until the plugin looked. */
  requested_by_chain: string[] | null
  decided_by: string | null
  decided_at: Date | null
  payment_id: string | null
  order_id: string | null
  refund_id: string | null
  gateway_withdraw_id: string | null
  gateway_status: string | null
  gateway_created_at: Date | null
  /** How far a search of the gateway's list came that has not found it: it is not newer than this. */
  searched_to: Date | null
  waits_for: Wait | null
  sent_at: Date | null
  accepted_at: Date | null
  failure: string | null
  ended_at: Date | null
  /** When the plugin learned that the bank had sent it back. `ended_at` stays the time at which it was paid. */
  returned_at: Date | null
  /** The end of a process's lease. The same moment proves who has it. */
  busy_until: Date | null
  /** The next look at the gateway: after news that it does not confirm yet, and after it was paid. See `Looks`. */
  look_at: Date | null
  look_step: number
  created_at: Date
  updated_at: Date
}

export type NewWithdraw = Pick<
  Withdraw,
  | "id"
  | "kind"
  | "state"
  | "amount"
  | "account_name"
  | "bank_code"
  | "account_last4"
  | "account_sealed"
  | "account_hash"
  | "batch_hash"
  | "duplicate"
  | "first_payer"
  | "description"
  | "metadata"
  | "reference_id"
  | "idempotency_key"
  | "request_key"
  | "batch_id"
  | "requested_by"
  | "requested_by_person"
  | "requested_by_chain"
  | "payment_id"
  | "order_id"
  | "refund_id"
>

/** One line of the audit trail. */
export interface WithdrawEvent {
  id: string
  withdraw_id: string
  /** Admin user, `system` or `gateway`. */
  actor: string
  /** The user behind the actor at that time, where one is known. */
  person: string | null
  from_state: WithdrawState | null
  to_state: WithdrawState
  /** A person's own words. */
  reason: string | null
  /** The plugin's words, where no person wrote any. */
  reason_message: Message | null
  created_at: Date
}

/** A withdraw after a change, with its state before. */
export type MovedWithdraw = Withdraw & { moved_from: WithdrawState }

/** What keeps an approved withdraw from leaving. The unit is one for all of them. */
export const waitOf = (
  { state, waits_for }: Pick<Withdraw, "state" | "waits_for">,
  isUnitProved: boolean
): Wait | "unit" | null =>
  state === "approved" && !isUnitProved ? "unit" : waits_for

/** Whether it is a customer's money: a refund, or money that is paid back. */
export const goesBack = ({
  kind,
  payment_id,
}: Pick<Withdraw, "kind" | "payment_id">): boolean =>
  kind === "refund" || payment_id !== null

/** Reads a row. `numeric` arrives from the driver as text, and the amount gets its two decimals back. */
export function toWithdraw(row: unknown): Withdraw {
  const withdraw = row as Withdraw
  return { ...withdraw, amount: roundThb(withdraw.amount) }
}
