import { randomUUID } from "node:crypto"
import { nextAction, type PaymentView } from "../records/payment-object"
import type { PaymentRecord, PaymentStatus } from "../records/payment-record"
import type { PaymentOccurrence } from "../records/payments"
import type { WithdrawRecord } from "../records/withdraw-record"
import type { WithdrawEnd } from "../records/withdraws"
import { inWords, spoken, type Dialect } from "../wire/dialect"
import { isoTime } from "../wire/iso-time"
import { formatAmount } from "../wire/money"

/** The two shapes that the vendor documents: reference/webhooks/events and guides/webhooks. */
export type WebhookShape = "flat" | "envelope"

/** One document calls a paid payment `payment.received`, the other `payment.succeeded`. */
export type PaymentSuccessEvent = "payment.received" | "payment.succeeded"

/** The family of the withdraws' events. The guide says `withdraw`, the newer document `withdrawal`. */
export type WithdrawEvents = "withdraw" | "withdrawal" | "payout"

/** The event names of an occurrence. */
export function paymentEvents(
  occurrence: PaymentOccurrence,
  shape: WebhookShape,
  successEvents: PaymentSuccessEvent[] | undefined,
  dialect: Dialect
): string[] {
  if (occurrence !== "succeeded") {
    return [`payment.${inWords(occurrence, dialect)}`]
  }
  return (
    successEvents ?? [
      shape === "flat" ? "payment.received" : "payment.succeeded",
    ]
  )
}

/** The event name of a withdraw's end. Without a family, the one of the document that shows the shape. */
export function withdrawEvent(
  end: WithdrawEnd,
  shape: WebhookShape,
  family: WithdrawEvents | undefined,
  dialect: Dialect
): string {
  const prefix = family ?? (shape === "flat" ? "withdrawal" : "withdraw")
  return `${prefix}.${inWords(end, dialect)}`
}

/** How and when a webhook's body is written. */
interface Writing {
  shape: WebhookShape
  view: PaymentView
  dialect: Dialect
  now: number
}

export function paymentWebhookBody(
  event: string,
  payment: PaymentRecord,
  { shape, view, dialect, now }: Writing
): string {
  const amount = formatAmount(payment.amountSatang, view.unit)
  if (shape === "envelope") {
    const data = {
      id: payment.id,
      amount,
      currency: "THB",
      status: payment.status,
      referenceId: payment.referenceId,
    }
    return envelope(event, now, spoken(data, dialect))
  }
  const flat = {
    event,
    paymentId: payment.id,
    referenceId: payment.referenceId,
    status: normalizedStatus(payment.status),
    amount,
    currency: "THB",
    paymentMethod: payment.paymentMethod,
    clientSecret: null,
    nextAction: nextAction(payment, view),
    expiresAt: isoTime(payment.expiresAt),
  }
  return JSON.stringify(spoken(flat, dialect))
}

/** No vendor page shows a withdraw's webhook, so this one follows the payment's. */
export function withdrawWebhookBody(
  event: string,
  withdraw: WithdrawRecord,
  { shape, view, dialect, now }: Writing
): string {
  const amount = formatAmount(withdraw.amountSatang, view.unit)
  if (shape === "envelope") {
    const data = {
      id: withdraw.id,
      amount,
      currency: "THB",
      status: withdraw.status,
      referenceId: withdraw.referenceId,
    }
    return envelope(event, now, spoken(data, dialect))
  }
  const flat = {
    event,
    withdrawId: withdraw.id,
    referenceId: withdraw.referenceId,
    status: withdraw.status,
    amount,
    currency: "THB",
    destinationType: withdraw.destinationType,
  }
  return JSON.stringify(spoken(flat, dialect))
}

function envelope(type: string, now: number, data: object): string {
  return JSON.stringify({
    id: `evt_${randomUUID().replaceAll("-", "").slice(0, 16)}`,
    type,
    data,
    // The guide's sample has no milliseconds.
    createdAt: isoTime(now).replace(/\.\d{3}Z$/, "Z"),
  })
}

/** The vendor calls the webhook's status "normalized" and lists no values. `failed` fits the event's name. */
function normalizedStatus(status: PaymentStatus): string {
  return status === "payment_failed" ? "failed" : status
}
