import {
  roundThb,
  type GatewayPayment,
  type PaymentMethod,
} from "../../../gateway"
import type { IssueColumns } from "../issues/issue"

export type PaymentState =
  | "initiated"
  | "creating"
  | "open"
  | "succeeded"
  | "expired"
  | "failed"
  | "canceled"

/** Kinds of money that staff decide about. The plugin never drops it and never guesses. */
export type PaymentIssue =
  | "amount_mismatch"
  | "currency_mismatch"
  | "order_rolled_back"
  | "paid_after_cancel"
  | "paid_twice"
  | "qr_amount_mismatch"
  | "refund_missing"
  | "unknown_reference"

/** The payer that came with an order, as staff see them. */
export interface FirstPayer {
  account_name: string
  bank_code: string
  last4: string
}

/**
 * The payer in whose place another one came. No name: the order's customer has an account and had given no payer, and
 * somebody who was not logged in gave this one.
 */
export type FirstPayerMark = FirstPayer | { account_name: null }

/** One row of `one2pays_payment`. `amount` is THB in major units with two decimals. */
export interface Payment extends IssueColumns<PaymentIssue> {
  id: string
  session_id: string
  payment_collection_id: string
  order_id: string | null
  attempt: number | null
  reference_id: string | null
  idempotency_key: string | null
  gateway_payment_id: string | null
  state: PaymentState
  gateway_status: string | null
  amount: string
  /** What the gateway asks the payer for, where it added some satang to tell payers apart. */
  asked_amount: string | null
  currency_code: string
  payment_method: PaymentMethod
  payer_name: string
  payer_bank_code: string
  payer_last4: string
  payer_sealed: string
  /** Set where this payment's payer took the place of the order's own: its refund needs a person. */
  first_payer: FirstPayerMark | null
  remember_for: string | null
  next_action: GatewayPayment["nextAction"]
  expires_at: Date | null
  gateway_created_at: Date | null
  /** When a process claimed it to create it at the gateway. */
  claimed_at: Date | null
  /** How far a search of the gateway's list came that has not found it: it is not newer than this. */
  searched_to: Date | null
  settled_at: Date | null
  ended_at: Date | null
  replaced_at: Date | null
  closed_at: Date | null
  kept_unpaid_at: Date | null
  paid_back_at: Date | null
  owed_back: string | null
  owed_back_told: string | null
  cancel_requested_at: Date | null
  replace_requested_at: Date | null
  /** The end of a process's lease. */
  busy_until: Date | null
  /** The next look at the gateway after good news that it does not confirm yet. See `Looks`. */
  look_at: Date | null
  look_step: number
  created_at: Date
  updated_at: Date
}

/** A payment whose intent has been written: it has an order and a reference. */
export interface ReferencedPayment extends Payment {
  order_id: string
  reference_id: string
}

export const isReferenced = (payment: Payment): payment is ReferencedPayment =>
  payment.order_id !== null && payment.reference_id !== null

/** A payment that no process has created at the gateway yet. */
export type InitiatedPayment = Pick<
  Payment,
  "id" | "session_id" | "payment_collection_id"
>

export type NewPayment = Pick<
  Payment,
  | "id"
  | "session_id"
  | "payment_collection_id"
  | "amount"
  | "currency_code"
  | "payment_method"
  | "payer_name"
  | "payer_bank_code"
  | "payer_last4"
  | "payer_sealed"
> &
  Partial<Pick<Payment, "remember_for" | "first_payer">>

/** Reads a row. `numeric` arrives from the driver as text, and the amount gets its two decimals back. */
export function toPayment(row: unknown): Payment {
  const payment = row as Payment
  return { ...payment, amount: roundThb(payment.amount) }
}
