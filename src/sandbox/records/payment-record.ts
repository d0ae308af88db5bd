import type { JsonObject } from "../wire/request-fields"

/** The nine statuses of the list filter (payments/list). */
export const PAYMENT_STATUSES = [
  "requires_payment_method",
  "requires_confirmation",
  "requires_action",
  "processing",
  "requires_capture",
  "succeeded",
  "canceled",
  "expired",
  "payment_failed",
] as const
export type PaymentStatus = (typeof PAYMENT_STATUSES)[number]

export const PAYMENT_METHODS = ["promptpay", "bank_transfer"] as const
export type PaymentMethod = (typeof PAYMENT_METHODS)[number]

/** A payment as the sandbox keeps it: satang and Unix milliseconds. */
export interface PaymentRecord {
  id: string
  /** The pay page's address carries this, so that its visitor needs no key. */
  token: string
  referenceId: string
  status: PaymentStatus
  paymentMethod: PaymentMethod
  /** The API's `amount`: the requested amount and, once paid, the received one. */
  amountSatang: number
  requestedSatang: number
  /** What the gateway adds to tell payers apart. Absent in states of before. */
  addedSatang?: number
  /** How often the merchant has read it singly. Absent in states of before. */
  reads?: number
  /** The sum of all receipts: a customer can pay twice. */
  receivedSatang: number
  /** The EMV payload; null for a bank transfer. */
  qrPayload: string | null
  description: string | null
  metadata: JsonObject | null
  payer: { name: string; maskedAccountNumber: string; bankCode: string }
  confirmedAt: number | null
  capturedAt: number | null
  canceledAt: number | null
  expiresAt: number
  createdAt: number
  updatedAt: number
}

/** The amount that the payer is told to pay. */
export function askedSatang(payment: PaymentRecord): number {
  return payment.requestedSatang + (payment.addedSatang ?? 0)
}

/** A final payment changes no more by itself. */
export function isFinal(status: PaymentStatus): boolean {
  switch (status) {
    case "succeeded":
    case "canceled":
    case "expired":
    case "payment_failed":
      return true
    case "requires_payment_method":
    case "requires_confirmation":
    case "requires_action":
    case "processing":
    case "requires_capture":
      return false
    default:
      return status satisfies never
  }
}
