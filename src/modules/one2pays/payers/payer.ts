import { MedusaError } from "@medusajs/framework/utils"
import { z } from "@medusajs/framework/zod"
import { PAYMENT_METHODS, type PaymentMethod } from "../../../gateway"
import {
  accountNumberProblem,
  PAYER_PROBLEMS,
  PUBLIC_ERRORS,
  type LocalizedText,
  type PayerField,
} from "../../../messages"
import type { ResolvedOptions } from "../config/options"
import { expectedError } from "../errors/expected-error"
import { publicError } from "../errors/public-error"

const paymentMethod = z.enum(PAYMENT_METHODS)

/** A text that a customer copied from a page brings marks that nobody sees (a zero-width space, a direction). */
const INVISIBLE = /\p{Cf}/gu

// Control characters and halves of a character are no part of a name, and PostgreSQL refuses to store some of them.
export const accountName = z
  .string()
  .transform((value) =>
    value.replace(INVISIBLE, "").replace(/\s+/g, " ").trim()
  )
  .pipe(
    z
      .string()
      .max(100)
      .regex(/\p{L}/u)
      .regex(/^[^\p{Cc}\p{Cs}]*$/u)
  )

/** Writes Thai digits, and those of a full-width keyboard, as 0 to 9. */
const plainDigits = (value: string) =>
  // Both rows begin at a multiple of 16.
  value.replace(/[๐-๙０-９]/g, (digit) => String(digit.charCodeAt(0) & 15))

// U+2212 is the minus sign, which some keyboards and word processors write for a dash.
const plainNumber = z
  .string()
  .transform((value) =>
    plainDigits(value).replace(/[\s\p{Pd}\u2212\p{Cf}]/gu, "")
  )

/** The account number of any bank. */
export const accountNumber = plainNumber.refine(
  (number) => !accountNumberProblem(number, "")
)

const plainBankCode = z.string().transform((value) => plainDigits(value).trim())

export const bankCode = plainBankCode.pipe(z.string().regex(/^\d{3}$/))

const payerSchema = z
  .object({
    account_name: accountName,
    account_number: accountNumber,
    bank_code: bankCode,
  })
  .refine(
    ({ account_number, bank_code }) =>
      !accountNumberProblem(account_number, bank_code),
    { path: ["account_number"] }
  )

/** A payer's bank account as the customer gave it, after the checks. */
export type Payer = z.output<typeof payerSchema>

/** The part of an account number that the plugin keeps in the clear. */
export const lastFour = (number: string) => number.slice(-4)

/**
 * Reads the payer in the `data` of a payment session request. Throws `one2pays_payer_invalid` with the sentence for the
 * first wrong field. The sentence never repeats the value.
 */
export function parsePayer(value: unknown): Payer {
  const result = payerSchema.safeParse(value)
  if (result.success) {
    return result.data
  }
  const field = result.error.issues[0]?.path[0]
  throw field === "account_number"
    ? payerInvalid(field, describeNumber(value))
    : payerInvalid(isPayerField(field) ? field : null)
}

/** Whether the provider will take a payer, such as one that was remembered under older rules. */
export const isAccepted = (payer: Payer): boolean =>
  payerSchema.safeParse(payer).success

/** Says what is wrong with the account number, where it is a text at all. */
function describeNumber(payer: unknown): LocalizedText | null {
  const { account_number, bank_code } = payer as Record<keyof Payer, unknown>
  return accountNumberProblem(
    plainNumber.safeParse(account_number).data ?? "",
    plainBankCode.safeParse(bank_code).data ?? ""
  )
}

/**
 * Reads the method in the `data` of a payment session request. Without one, the first that the shop offers serves.
 *
 * @param enabled the shop's option
 * @param offered those of them that the shop offers now
 * @throws MedusaError `one2pays_payer_invalid`; `one2pays_method_unavailable` for one that the shop does not offer yet
 */
export function parsePaymentMethod(
  value: unknown,
  enabled: readonly PaymentMethod[],
  offered: readonly PaymentMethod[] = enabled
): PaymentMethod {
  const result = paymentMethod.safeParse(value ?? offered[0] ?? enabled[0])
  if (!result.success || !enabled.includes(result.data)) {
    throw payerInvalid("payment_method")
  }
  if (!offered.includes(result.data)) {
    throw publicError("one2pays_method_unavailable")
  }
  return result.data
}

/**
 * Refuses a bank that the shop does not take.
 *
 * @throws MedusaError `one2pays_bank_refused`
 */
export function assertBankTaken(
  { bank_code }: Pick<Payer, "bank_code">,
  { banks }: Pick<ResolvedOptions, "banks">
): void {
  if (banks && !banks.includes(bank_code)) {
    throw publicError("one2pays_bank_refused")
  }
}

const isPayerField = (field: unknown): field is PayerField =>
  typeof field === "string" && Object.hasOwn(PAYER_PROBLEMS, field)

/**
 * Makes the error about a payer's field. With no field, the details are missing as a whole.
 *
 * @param problem a sentence about this value, in place of the field's own
 */
export function payerInvalid(
  field: PayerField | null,
  problem: LocalizedText | null = null
): MedusaError {
  const text =
    problem ??
    (field ? PAYER_PROBLEMS[field] : PUBLIC_ERRORS.one2pays_payer_invalid.text)
  return expectedError(
    MedusaError.Types.INVALID_DATA,
    text,
    "one2pays_payer_invalid"
  )
}
