import type { IssueNews, Telling } from "../issues/announce"
import type { Payment, PaymentIssue } from "./payment"

/**
 * The event that the plugin emits once for each issue of a payment. Data: `id` of the payment, `order_id`,
 * `reference_id`, `issue`, `detail`, `amount` (THB in major units, text).
 */
export const NEEDS_ATTENTION = "one2pays.payment.needs_attention"

export type NeedsAttention = IssueNews<PaymentIssue>

export const PAYMENT_TELLING: Telling<Payment> = {
  noun: "payment",
  event: NEEDS_ATTENTION,
  kindOf: () => "payment",
  topicOf: () => "needs_attention",
}
