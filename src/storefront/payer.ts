import { toLocale, type Locale } from "./locale"

/** The account that the customer will pay from, in the form of the payment session's `data.payer`. */
export interface PayerDetails {
  account_name: string
  account_number: string
  /** The Bank of Thailand's three digits, see `THAI_BANKS`. */
  bank_code: string
}

export type PayerField = keyof PayerDetails
export type PayerErrors = Partial<Record<PayerField, string>>

const MESSAGES: Record<PayerField, Record<Locale, string>> = {
  account_name: {
    en: "Enter the name of the account holder, up to 100 characters.",
    th: "กรุณากรอกชื่อเจ้าของบัญชี ไม่เกิน 100 ตัวอักษร",
  },
  account_number: {
    en: "Enter the account number: 10–15 digits.",
    th: "กรุณากรอกเลขที่บัญชีเป็นตัวเลข 10–15 หลัก",
  },
  bank_code: { en: "Choose your bank.", th: "กรุณาเลือกธนาคาร" },
}

const IS_VALID: Record<PayerField, (value: string) => boolean> = {
  account_name: (value) =>
    value.length <= 100 &&
    /\p{L}/u.test(value) &&
    !/[\p{Cc}\p{Cs}]/u.test(value),
  account_number: (value) => /^\d{10,15}$/.test(value),
  bank_code: (value) => /^\d{3}$/.test(value),
}

const FIELDS: readonly PayerField[] = [
  "account_name",
  "account_number",
  "bank_code",
]

/**
 * Checks a customer's entries by the rules of the server, so that a form can report errors before it sends anything. It
 * removes spaces, dashes and invisible marks from the account number, and turns Thai digits into 0 to 9. A value that
 * is no text is wrong.
 */
export function validatePayer(
  payer: Partial<PayerDetails>,
  locale: string
): { ok: true; value: PayerDetails } | { ok: false; errors: PayerErrors } {
  const value: PayerDetails = {
    account_name: textOf(payer.account_name)
      .replace(/\p{Cf}/gu, "")
      .replace(/\s+/g, " ")
      .trim(),
    account_number: plainNumber(payer.account_number),
    bank_code: plainDigits(payer.bank_code).trim(),
  }
  const wrong = FIELDS.filter((field) => !IS_VALID[field](value[field]))
  if (!wrong.length) {
    return { ok: true, value }
  }
  const language = toLocale(locale)
  return {
    ok: false,
    errors: Object.fromEntries(
      wrong.map((field) => [field, MESSAGES[field][language]])
    ),
  }
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
