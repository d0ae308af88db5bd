import {
  accountNumberProblem,
  accountNumberQuestion,
} from "../messages/texts/account-number"
import type { LocalizedText } from "../messages/texts/public-errors"
import { toLocale } from "./locale"

/** The account that the customer will pay from, in the form of the payment session's `data.payer`. */
export interface PayerDetails {
  account_name: string
  account_number: string
  /** The Bank of Thailand's three digits, see `THAI_BANKS`. */
  bank_code: string
}

export type PayerField = keyof PayerDetails
export type PayerErrors = Partial<Record<PayerField, string>>

const MESSAGES: Record<"account_name" | "bank_code", LocalizedText> = {
  account_name: {
    en: "Enter the name of the account holder, up to 100 characters.",
    th: "กรุณากรอกชื่อเจ้าของบัญชี ไม่เกิน 100 ตัวอักษร",
  },
  bank_code: { en: "Choose your bank.", th: "กรุณาเลือกธนาคาร" },
}

/** The problem of each field, where it has one. */
const PROBLEM_OF: Record<
  PayerField,
  (payer: PayerDetails) => LocalizedText | null
> = {
  account_name: ({ account_name }) =>
    account_name.length <= 100 &&
    /\p{L}/u.test(account_name) &&
    !/[\p{Cc}\p{Cs}]/u.test(account_name)
      ? null
      : MESSAGES.account_name,
  account_number: ({ account_number, bank_code }) =>
    accountNumberProblem(account_number, bank_code),
  bank_code: ({ bank_code }) =>
    /^\d{3}$/.test(bank_code) ? null : MESSAGES.bank_code,
}

const FIELDS = /* @__PURE__ */ Object.keys(PROBLEM_OF) as PayerField[]

/**
 * Checks a customer's entries by the rules of the server, so that a form can report errors before it sends anything. It
 * removes spaces, dashes and invisible marks from the account number, and turns Thai digits into 0 to 9. A value that
 * is no text is wrong. `question` is a doubt about an account number that looks like a phone's or an ID card's. Only the
 * customer can settle it: the server takes the number.
 */
export function validatePayer(
  payer: Partial<PayerDetails>,
  locale: string
):
  | { ok: true; value: PayerDetails; question?: string }
  | { ok: false; errors: PayerErrors; question?: string } {
  const value = cleanPayer(payer)
  const language = toLocale(locale)
  const errors: PayerErrors = {}
  for (const field of FIELDS) {
    const problem = PROBLEM_OF[field](value)
    if (problem) {
      errors[field] = problem[language]
    }
  }
  const doubt = errors.account_number
    ? null
    : accountNumberQuestion(value.account_number)
  const question = doubt && { question: doubt[language] }
  return Object.keys(errors).length
    ? { ok: false, errors, ...question }
    : { ok: true, value, ...question }
}

/** The entries without what people add to them. */
const cleanPayer = (payer: Partial<PayerDetails>): PayerDetails => ({
  account_name: textOf(payer.account_name)
    .replace(/\p{Cf}/gu, "")
    .replace(/\s+/g, " ")
    .trim(),
  account_number: plainNumber(payer.account_number),
  bank_code: plainDigits(payer.bank_code).trim(),
})

/** The fields that are wrong for the account at any bank: a shop may pay out to one whose numbers are not known here. */
export function wrongForAnyBank(payer: Partial<PayerDetails>): PayerField[] {
  const value = cleanPayer(payer)
  return FIELDS.filter((field) =>
    field === "account_number"
      ? accountNumberProblem(value.account_number, "")
      : PROBLEM_OF[field](value)
  )
}

/** The value as a text: a form without types may pass a number or null. */
const textOf = (value: unknown) => (typeof value === "string" ? value : "")

/** Turns Thai digits and those of a full-width keyboard into 0 to 9. */
export const plainDigits = (value: unknown): string =>
  // Both rows begin at a multiple of 16.
  textOf(value).replace(/[๐-๙０-９]/g, (digit) =>
    String(digit.charCodeAt(0) & 15)
  )

/**
 * Removes the spaces and dashes that people and spreadsheets write in a number. Other characters stay, and the form
 * reports them.
 */
export const plainNumber = (value: unknown): string =>
  // U+2212 is the minus sign, and \p{Cf} are invisible marks.
  plainDigits(value).replace(/[\s\p{Pd}\u2212\p{Cf}]/gu, "")
