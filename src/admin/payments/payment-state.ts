import {
  staffStatus,
  type StaffStatus,
} from "../../modules/one2pays/payments/lifecycle"
import type { Payment } from "./payments"

/** How a payment looks to staff. */
export type PaymentView = StaffStatus

export const viewOf = (payment: Payment, now: Date): PaymentView =>
  staffStatus(
    {
      ...payment,
      issue: payment.issue?.code ?? null,
      resolved_at: payment.issue?.resolved_at ?? null,
      paying_back_since: payment.issue?.paying_back_since ?? null,
    },
    now
  )

/** The key of the text that says how canceling went. While One2Pays cannot be reached, the shop only notes the wish. */
export const canceledText = (payment: Payment) =>
  viewOf(payment, new Date()) === "canceling"
    ? "payments.cancelLater"
    : "common.done"
