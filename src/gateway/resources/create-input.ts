import { z } from "../zod"

import { invalidInput } from "../invalid-input"
import { PAYMENT_METHODS } from "../payment-methods"
import { isRecord, type Metadata } from "./metadata"

// A URL treats one or two dots as directions, whether encoded or not: such a reference could be
// created and never looked up again.
const REFERENCE = /^(?!\.{1,2}$)[A-Za-z0-9_.-]{1,255}$/
const AMOUNT = /^(?!0+(\.0+)?$)\d{1,15}(\.\d{1,2})?$/
const BANK_CODE = /^\d{3}$/

// One check and one message for each field: an integrator reads it at once, and every payment would
// pay several times as much for a chain of checks.
const text = (what: string, accepts: (value: string) => boolean) =>
  z.custom<string>(
    (value) => typeof value === "string" && accepts(value),
    `must be ${what}`
  )
const filled = (longest: number) =>
  text(
    `a text of 1 to ${longest} characters`,
    (value) => value.length <= longest && value.trim() !== ""
  )

const common = {
  amount: text(
    "THB above 0, as a decimal string with at most 2 decimals",
    (value) => AMOUNT.test(value)
  ),
  currency: text("THB", (value) => value.toUpperCase() === "THB").optional(),
  referenceId: text(
    "1 to 255 letters, digits, underscores, hyphens or dots",
    (value) => REFERENCE.test(value)
  ),
  customerBankAccountName: filled(255),
  customerBankAccountNumber: filled(64),
  customerBankCode: text("a 3-digit Thai bank code", (value) =>
    BANK_CODE.test(value)
  ),
  description: text(
    "a text of at most 255 characters",
    (value) => value.length <= 255
  ).optional(),
  metadata: z.custom<Metadata>(isRecord, "must be an object").optional(),
  idempotencyKey: filled(255).optional(),
}

/** The body of POST /payments. The keys stand in the order of the vendor's page. */
export const createPaymentSchema = z.object(
  {
    amount: common.amount,
    currency: common.currency,
    referenceId: common.referenceId,
    paymentMethod: z.enum(
      PAYMENT_METHODS,
      `must be ${PAYMENT_METHODS.join(" or ")}`
    ),
    customerBankAccountName: common.customerBankAccountName,
    customerBankAccountNumber: common.customerBankAccountNumber,
    customerBankCode: common.customerBankCode,
    description: common.description,
    metadata: common.metadata,
    idempotencyKey: common.idempotencyKey,
    expiresInMinutes: z
      .custom<number>(isExpiry, "must be whole minutes from 5 to 1440")
      .optional(),
  },
  "must be an object"
)

/**
 * The body of POST /withdraws. It takes only bank accounts: the withdraws page says that wallets are
 * not supported yet.
 */
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

/** `amount` is THB in major units, whatever the account's unit. */
export type CreatePayment = z.input<typeof createPaymentSchema>
/** `amount` is THB in major units, whatever the account's unit. */
export type CreateWithdraw = z.input<typeof createWithdrawSchema>

/**
 * Checks a caller's input before it is sent.
 *
 * @throws One2PaysError `VALIDATION_ERROR`, `not_sent`, with the first refused field and without its
 * value
 */
export function validate<T>(schema: z.ZodType<T>, input: unknown): T {
  const result = schema.safeParse(input)
  if (result.success) {
    return result.data
  }
  const issue = result.error.issues[0]
  const field = issue?.path.map(String).join(".")
  throw invalidInput(field || undefined, issue?.message ?? "is invalid")
}

function isExpiry(minutes: unknown): boolean {
  return (
    Number.isInteger(minutes) && Number(minutes) >= 5 && Number(minutes) <= 1440
  )
}
