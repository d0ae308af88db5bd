import { BANKS } from "./banks"
import type { LocalizedText } from "./public-errors"

/** What is wrong with an account number, for its owner. `{digits}` is what the bank's numbers have, such as `10`. */
export const ACCOUNT_NUMBER_PROBLEMS = {
  empty: {
    en: "Please enter your account number: {digits} digits.",
    th: "กรุณากรอกเลขที่บัญชี {digits} หลัก",
  },
  not_digits: {
    en: "Please enter the account number in digits only. Spaces and dashes are fine.",
    th: "กรุณากรอกเลขที่บัญชีเป็นตัวเลขเท่านั้น ใส่ขีดหรือเว้นวรรคได้",
  },
  too_short: {
    en: "The account number is too short by {count}. Please enter {digits} digits.",
    th: "เลขที่บัญชีขาดไป {count} หลัก กรุณากรอกให้ครบ {digits} หลัก",
  },
  too_long: {
    en: "The account number is too long by {count}. Please enter {digits} digits.",
    th: "เลขที่บัญชีเกินมา {count} หลัก กรุณากรอก {digits} หลัก",
  },
  repeated: {
    en: "This is no account number. Please look it up in your banking app.",
    th: "เลขนี้ไม่ใช่เลขที่บัญชี กรุณาตรวจสอบในแอปธนาคารของคุณ",
  },
  mobile: {
    en: "This looks like a mobile number. Please enter the account number: {digits} digits.",
    th: "เลขนี้ดูเหมือนเบอร์มือถือ กรุณากรอกเลขที่บัญชี {digits} หลัก",
  },
  citizen: {
    en: "This looks like an ID card number. Please enter the account number: {digits} digits.",
    th: "เลขนี้ดูเหมือนเลขบัตรประชาชน กรุณากรอกเลขที่บัญชี {digits} หลัก",
  },
} as const satisfies Record<string, LocalizedText>

/** A doubt about a number that may be right. */
export const ACCOUNT_NUMBER_QUESTIONS = {
  mobile: {
    en: "This looks like a mobile number. If it really is your account number, please continue.",
    th: "เลขนี้ดูเหมือนเบอร์มือถือ หากเป็นเลขที่บัญชีของคุณจริง กรุณาทำรายการต่อ",
  },
  citizen: {
    en: "This looks like an ID card number. If it really is your account number, please continue.",
    th: "เลขนี้ดูเหมือนเลขบัตรประชาชน หากเป็นเลขที่บัญชีของคุณจริง กรุณาทำรายการต่อ",
  },
} as const satisfies Record<string, LocalizedText>

/** The gateway's own bounds, for a bank of which nothing closer is known. */
const ANY_BANK = { min: 10, max: 15 }

const boundsOf = (bankCode: string) => {
  const digits = BANKS.find(({ code }) => code === bankCode)?.digits
  return digits === undefined ? ANY_BANK : { min: digits, max: digits }
}

/** The count of digits of a bank's account numbers: `10`, or `10–15` where it is not known. */
export function accountDigits(bankCode: string): string {
  const { min, max } = boundsOf(bankCode)
  return min === max ? `${min}` : `${min}–${max}`
}

/**
 * Finds what is wrong with an account number. It never repeats the number.
 *
 * @param number without spaces and dashes
 * @param bankCode three digits; for anything else, the bounds for all banks hold
 */
export function accountNumberProblem(
  number: string,
  bankCode: string
): LocalizedText | null {
  const { min, max } = boundsOf(bankCode)
  const say = (problem: keyof typeof ACCOUNT_NUMBER_PROBLEMS, count = 0) =>
    fillBoth(ACCOUNT_NUMBER_PROBLEMS[problem], {
      digits: accountDigits(bankCode),
      count: String(count),
    })
  if (!/^\d+$/.test(number)) {
    return say(number ? "not_digits" : "empty")
  }
  if (/^(\d)\1*$/.test(number) && number.length >= ANY_BANK.min) {
    return say("repeated")
  }
  const isFitting = number.length >= min && number.length <= max
  if (isFitting) {
    return null
  }
  const likeness = looksLike(number)
  if (likeness) {
    return say(likeness)
  }
  return number.length < min
    ? say("too_short", min - number.length)
    : say("too_long", number.length - max)
}

/** Asks about a number that fits the bank but looks like a PromptPay ID, which some customers take for their account's. */
export function accountNumberQuestion(number: string): LocalizedText | null {
  const likeness = looksLike(number)
  return likeness && ACCOUNT_NUMBER_QUESTIONS[likeness]
}

/** Thai mobile numbers begin with 06, 08 or 09, with or without the country's 66. */
const MOBILE = /^(0|66)[689]\d{8}$/

function looksLike(number: string): "mobile" | "citizen" | null {
  if (MOBILE.test(number)) {
    return "mobile"
  }
  return isCitizenId(number) ? "citizen" : null
}

/** The last of the 13 digits is a checksum, modulo 11, over the others. */
function isCitizenId(number: string): boolean {
  if (!/^[1-8]\d{12}$/.test(number)) {
    return false
  }
  const sum = [...number.slice(0, 12)].reduce(
    (total, digit, at) => total + Number(digit) * (13 - at),
    0
  )
  return (11 - (sum % 11)) % 10 === Number(number[12])
}

const fillBoth = (
  { en, th }: LocalizedText,
  values: Record<string, string>
): LocalizedText => ({ en: fill(en, values), th: fill(th, values) })

const fill = (text: string, values: Record<string, string>): string =>
  text.replace(/\{(\w+)\}/g, (place, name: string) => values[name] ?? place)

/** The problem that a sentence names, in all languages. A storefront gets the sentence alone from Medusa's SDK. */
export function readAccountNumberProblem(
  sentence: unknown
): LocalizedText | undefined {
  for (const text of Object.values<LocalizedText>(ACCOUNT_NUMBER_PROBLEMS)) {
    for (const template of [text.en, text.th]) {
      const pattern = template
        .replace(/[.]/g, "\\.")
        .replace(/\{(\w+)\}/g, "(?<$1>[\\d–]+)")
      const found =
        typeof sentence === "string" && RegExp(`^${pattern}$`).exec(sentence)
      if (found) {
        return fillBoth(text, { ...found.groups })
      }
    }
  }
  return undefined
}
