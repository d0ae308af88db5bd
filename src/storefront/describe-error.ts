import { PAYER_PROBLEMS } from "../messages/payer-problems"
import {
  PUBLIC_ERRORS,
  type LocalizedText,
  type PublicErrorCode,
} from "../messages/public-errors"
import { toLocale } from "./locale"

export type { PublicErrorCode }

const CODES = Object.keys(PUBLIC_ERRORS) as PublicErrorCode[]

const UNREACHABLE: LocalizedText = {
  en: "The shop cannot be reached. Please check your internet connection and try again.",
  th: "ไม่สามารถเชื่อมต่อร้านค้าได้ กรุณาตรวจสอบอินเทอร์เน็ตแล้วลองใหม่อีกครั้ง",
}

const UNKNOWN: LocalizedText = {
  en: "Something went wrong. Please try again, or contact the shop.",
  th: "ขออภัย เกิดข้อผิดพลาด กรุณาลองใหม่อีกครั้งหรือติดต่อร้านค้า",
}

/** What can be read off an error, whoever threw it. */
interface Failure {
  code?: unknown
  message?: unknown
  /** HTTP status; only where an answer came. */
  status?: unknown
}

/**
 * The plugin's code of a failed request, null when the failure is not the plugin's. Medusa's JS SDK passes on an
 * answer's message and status but not its code, so the message is looked up.
 */
export function errorCode(error: unknown): PublicErrorCode | null {
  const { code, message } = (error ?? {}) as Failure
  if (payerProblem(message)) {
    return "one2pays_payer_invalid"
  }
  return (
    CODES.find(
      (known) => known === code || says(PUBLIC_ERRORS[known].text, message)
    ) ?? null
  )
}

/**
 * A sentence for the customer about anything that a request to the shop may reject with: the plugin's own errors in
 * its words, a connection that failed, and everything else in general words. Technical texts are never shown.
 */
export function describeError(error: unknown, locale: string): string {
  const { code, message, status } = (error ?? {}) as Failure
  const language = toLocale(locale)
  const problem = payerProblem(message)
  if (problem) {
    return problem[language]
  }
  const known = errorCode(error)
  if (known) {
    return PUBLIC_ERRORS[known].text[language]
  }
  if (String(code).startsWith("one2pays_") && typeof message === "string") {
    // Of a server that is newer than this file.
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
  )

const says = (text: LocalizedText, message: unknown): boolean =>
  text.en === message || text.th === message
