import { z } from "../zod"

import { isRecord, type Metadata } from "./metadata"
import { isDecimal } from "../money/money"

// Tolerant on purpose: the vendor's documentation is incomplete and describes two generations. The
// fields that the plugin decides by (id, amount, status) must be there. An odd value of any other
// field counts as no value, so that a new field type cannot stop a paid order.

const decimal = z.custom<string | number>(isDecimal)
const identifier = z.custom<string>(isFilled)
const text = z.string().nullish().catch(null)
const currency = identifier.catch("THB")
const metadata = z.custom<Metadata>(isRecord).nullish().catch(null)
const optionalText = z.string().optional().catch(undefined)

const nextAction = z
  .looseObject({
    type: optionalText,
    paymentAppUrl: optionalText,
    qrCode: z
      .looseObject({
        payload: optionalText,
        promptpayId: optionalText,
        expiresAt: optionalText,
      })
      .optional()
      .catch(undefined),
  })
  .nullish()
  .catch(null)

/**
 * The payer's next step. Decide by the fields that are there and not by `type`: two of the vendor's
 * pages name different types for the same thing.
 */
export type NextAction = NonNullable<z.infer<typeof nextAction>>

const common = {
  id: identifier,
  amount: decimal,
  currency,
  status: identifier,
  referenceId: text,
  description: text,
  metadata,
  canceledAt: text,
  createdAt: text,
  updatedAt: text,
}

export const paymentSchema = z.object({
  ...common,
  paymentMethod: text,
  nextAction,
  confirmedAt: text,
  capturedAt: text,
  expiresAt: text,
})

export const withdrawSchema = z.object({
  ...common,
  destinationType: text,
  bankAccountNumber: text,
  bankAccountName: text,
  bankCode: text,
  destinationId: text,
  paidAt: text,
})

export const balanceSchema = z.object({
  walletBalance: decimal,
  settlementBalance: decimal,
  currency,
  status: identifier.catch("unknown"),
})

const count = z.number().int().nonnegative().optional().catch(undefined)

export const pageSchema = z.object({
  data: z.array(z.unknown()),
  total: count,
  page: count,
  limit: count,
  totalPages: count,
})

function isFilled(value: unknown): boolean {
  return typeof value === "string" && value !== ""
}
