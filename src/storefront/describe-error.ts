import { readAccountNumberProblem } from "../messages/texts/account-number"
import {
  AMOUNT_BOUNDS,
  describeBound,
  type AmountBoundCode,
} from "../messages/texts/amount-bounds"
import { PAYER_PROBLEMS } from "../messages/texts/payer-problems"
import {
  PUBLIC_ERRORS,
  type LocalizedText,
  type PublicErrorCode,
} from "../messages/texts/public-errors"
import { toLocale } from "./locale"

export type { PublicErrorCode }

const CODES = /* @__PURE__ */ Object.keys(PUBLIC_ERRORS) as PublicErrorCode[]

const UNREACHABLE: LocalizedText = {
  en: "The shop cannot be reached. Please check your internet connection and try again.",
  th: "ไม่สามารถเชื่อมต่อร้านค้าได้ กรุณาตรวจสอบอินเทอร์เน็ตแล้วลองใหม่อีกครั้ง",
}

const UNKNOWN: LocalizedText = {
  en: "Something went wrong. Please try again, or contact the shop.",
  th: "ขออภัย เกิดข้อผิดพลาด กรุณาลองใหม่อีกครั้งหรือติดต่อร้านค้า",
}

/** Medusa's words on the completion of a cart. It deletes the payment sessions when the cart's total changes. */
const SESSIONS_GONE = "Payment sessions are required to complete cart"

/** The parts of an error that are read. Any code may have thrown it. */
interface Failure {
  code?: unknown
  message?: unknown
  /** HTTP status. Absent where no answer came. */
  status?: unknown
}

/**
 * The plugin's code of a failed request, null when the failure is not the plugin's. Medusa's JS SDK passes on the
 * message and the status of an answer but not its code, so the code is found by the message.
 */
export function errorCode(error: unknown): PublicErrorCode | null {
  const { code, message } = (error ?? {}) as Failure
  if (payerProblem(message)) {
    return "one2pays_payer_invalid"
  }
  if (message === SESSIONS_GONE) {
    return "one2pays_amount_changed"
  }
  return (
    readBound(message)?.code ??
    CODES.find(
      (known) => known === code || says(PUBLIC_ERRORS[known].text, message)
    ) ??
    null
  )
}

/**
 * A sentence for the customer about any failure of a request to the shop. It names the plugin's own errors and a lost
 * connection, and is general about everything else. Customers never see technical texts.
 */
export function describeError(error: unknown, locale: string): string {
  const { code, message, status } = (error ?? {}) as Failure
  const language = toLocale(locale)
  const problem = payerProblem(message)
  if (problem) {
    return problem[language]
  }
  const bounded = readBound(message)
  if (bounded) {
    return describeBound(bounded.code, bounded.bound)[language]
  }
  const known = errorCode(error)
  if (known) {
    return PUBLIC_ERRORS[known].text[language]
  }
  if (String(code).startsWith("one2pays_") && typeof message === "string") {
    // The server is newer than this file and has an error that it does not know.
    return message
  }
  // Without a connection `fetch` rejects with a TypeError, and with an AbortError after a time limit.
  const isUnreachable =
    status === undefined &&
    (error instanceof TypeError ||
      isTimeout(error as { name?: unknown } | null))
  return (isUnreachable ? UNREACHABLE : UNKNOWN)[language]
}

const isTimeout = (error: { name?: unknown } | null): boolean =>
  error?.name === "AbortError" || error?.name === "TimeoutError"

const payerProblem = (message: unknown): LocalizedText | undefined =>
  Object.values<LocalizedText>(PAYER_PROBLEMS).find((text) =>
    says(text, message)
  ) ?? readAccountNumberProblem(message)

/** The bound that a sentence names. */
function readBound(
  message: unknown
): { code: AmountBoundCode; bound: string } | undefined {
  for (const code of Object.keys(AMOUNT_BOUNDS) as AmountBoundCode[]) {
    for (const text of Object.values<string>(AMOUNT_BOUNDS[code])) {
      const [before = "", after = ""] = text.split("{amount}")
      if (
        typeof message === "string" &&
        message.startsWith(before) &&
        message.endsWith(after)
      ) {
        const bound = message.slice(before.length, -after.length)
        return { code, bound: bound.replaceAll(",", "") }
      }
    }
  }
  return undefined
}

const says = (text: LocalizedText, message: unknown): boolean =>
  text.en === message || text.th === message
