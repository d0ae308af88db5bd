import type { Payment } from "./payments"

/** How an attempt looks to staff: its state, and what has become of it since. */
export type PaymentView =
  | "preparing"
  | "awaiting"
  | "canceling"
  | "expired"
  | "failed"
  | "canceled"
  | "arrived"
  | "paid"
  | "review"

export function viewOf(payment: Payment, now: Date): PaymentView {
  switch (payment.state) {
    case "initiated":
      return "preparing"
    case "creating":
      return payment.cancel_requested_at ? "canceling" : "preparing"
    case "open":
      if (payment.cancel_requested_at) {
        return "canceling"
      }
      return payment.expires_at && new Date(payment.expires_at) <= now
        ? "expired"
        : "awaiting"
    case "succeeded":
      if (payment.issue && !payment.issue.resolved_at) {
        return "review"
      }
      // Of money whose issue was closed without its order being paid, that it came is all that is sure.
      return payment.settled_at ? "paid" : "arrived"
    case "expired":
    case "failed":
    case "canceled":
      return payment.state
    default:
      return payment.state satisfies never
  }
}

/** Where the text stands that says how canceling a payment went: while One2Pays cannot be reached, it is only noted. */
export const canceledText = (payment: Payment) =>
  viewOf(payment, new Date()) === "canceling"
    ? "payments.cancelLater"
    : "common.done"
