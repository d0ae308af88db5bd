import { z } from "zod"

import { One2PaysError } from "./errors"
import { isRecord, type Metadata } from "./metadata"

const REFERENCE = /^[A-Za-z0-9_.-]{1,255}$/
// A URL treats these two as directions, whether encoded or not: such a reference could be created and never looked up again.
const UNREACHABLE: ReadonlySet<string> = new Set([".", ".."])

const required = (longest: number) =>
  z
    .string("must be a text")
    .refine((value) => value.trim() !== "", "must not be empty")
    .max(longest, `must have at most ${longest} characters`)

const common = {
  amount: z
    .string("must be a decimal string")
    .regex(
      /^\d{1,15}(\.\d{1,2})?$/,
      "must be THB as a decimal string with at most 2 decimals"
    )
    .refine((amount) => Number(amount) > 0, "must be more than 0"),
  currency: z
    .string("must be THB")
    .toUpperCase()
    .refine((code) => code === "THB", "must be THB")
    .default("THB"),
  referenceId: z
    .string("must be a text")
    .regex(
      REFERENCE,
      "must be 1 to 255 letters, digits, underscores, hyphens or dots"
    )
    .refine((id) => !UNREACHABLE.has(id), "must not be one or two dots"),
  customerBankAccountName: required(255),
  customerBankAccountNumber: required(64),
  customerBankCode: z
    .string("must be a text")
    .regex(/^\d{3}$/, "must be a 3-digit Thai bank code"),
  description: z
    .string("must be a text")
    .max(255, "must have at most 255 characters")
    .optional(),
  metadata: z.custom<Metadata>(isRecord, "must be an object").optional(),
  idempotencyKey: required(255).optional(),
}

/** The body of POST /payments. The keys stand in the order of the vendor's page. */
export const createPaymentSchema = z.object(
  {
    amount: common.amount,
    currency: common.currency,
    referenceId: common.referenceId,
    paymentMethod: z.enum(
      ["promptpay", "bank_transfer"],
      "must be promptpay or bank_transfer"
    ),
    customerBankAccountName: common.customerBankAccountName,
    customerBankAccountNumber: common.customerBankAccountNumber,
    customerBankCode: common.customerBankCode,
    description: common.description,
    metadata: common.metadata,
    idempotencyKey: common.idempotencyKey,
    expiresInMinutes: z
      .int("must be whole minutes")
      .min(5, "must be at least 5")
      .max(1440, "must be at most 1440")
      .optional(),
  },
  "must be an object"
)

/** The body of POST /withdraws. Only bank accounts: the withdraws page says that wallets are not supported yet. */
export const createWithdrawSchema = z.object(
  {
    amount: common.amount,
    currency: common.currency,
    referenceId: common.referenceId,
    destinationType: z
      .literal("bank_account", "must be bank_account")
      .default("bank_account"),
    customerBankAccountName: common.customerBankAccountName,
    customerBankAccountNumber: common.customerBankAccountNumber,
    customerBankCode: common.customerBankCode,
    description: common.description,
    metadata: common.metadata,
    idempotencyKey: common.idempotencyKey,
  },
  "must be an object"
)

/** `amount` is THB in major units, whatever unit the account speaks. */
export type CreatePayment = z.input<typeof createPaymentSchema>
/** `amount` is THB in major units, whatever unit the account speaks. */
export type CreateWithdraw = z.input<typeof createWithdrawSchema>

/**
 * Checks what a caller wants to send, before it is sent.
 *
 * @throws One2PaysError `VALIDATION_ERROR`, `not_sent`, with the first refused field; the value itself is not repeated
 */
export function validate<T>(schema: z.ZodType<T>, input: unknown): T {
  const result = schema.safeParse(input)
  if (result.success) {
    return result.data
  }
  const issue = result.error.issues[0]
  const field = issue?.path.map(String).join(".")
  throw invalid(field || undefined, issue?.message ?? "is invalid")
}

/** An error about something that was never sent. */
export function invalid(
  field: string | undefined,
  what: string
): One2PaysError {
  return new One2PaysError({
    code: "VALIDATION_ERROR",
    text: `${field ?? "The input"} ${what}`,
    field,
    outcome: "not_sent",
  })
}
