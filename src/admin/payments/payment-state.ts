import type { Payment } from "./payments"

/** How a payment looks to staff: its state, and anything that has changed it since. */
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
      // Staff may have resolved its issue without making the order paid: only that the money came is then sure.
      return payment.settled_at ? "paid" : "arrived"
    case "expired":
    case "failed":
    case "canceled":
      return payment.state
    default:
      return payment.state satisfies never
  }
}

/** The key of the text that says how canceling went. While One2Pays cannot be reached, the shop only notes the wish. */
export const canceledText = (payment: Payment) =>
  viewOf(payment, new Date()) === "canceling"
    ? "payments.cancelLater"
    : "common.done"
