import type { GatewayErrorCode } from "../gateway"
import { wholeSeconds } from "./error-notes"
import { describeBound, isAmountBoundCode } from "./texts/amount-bounds"
import { ROWS } from "./texts/staff/gateway-rows"
import {
  PUBLIC_ERRORS,
  type LocalizedText,
  type PublicError,
  type PublicErrorCode,
} from "./texts/public-errors"
import type { GatewayFailure, Row } from "./texts/staff/gateway-row"

/** One failure, as a text for everyone it concerns. */
export interface ErrorDescription {
  /** HTTP status for the customer's browser. */
  status: number
  code: PublicErrorCode
  /** For the customer, in their language. It never carries the gateway's words. */
  text: LocalizedText
  /** For the merchant's log, and in it for the staff who wait: the mistake, and the way to mend it. */
  merchant: LocalizedText
  /** Whether it stays until the merchant mends something. Any other failure passes, or the customer mends it. */
  lasting: boolean
  /** Whether the same request can succeed later without a change by anybody. */
  retryable: boolean
  /** The seconds to wait before the next try: the gateway's wish, else our own. */
  retryAfter?: number
}

/** Failures that pass by themselves, or that the customer mends by correcting a detail. */
const PASSING: ReadonlySet<PublicErrorCode> = new Set([
  "one2pays_maintenance",
  "one2pays_busy",
  "one2pays_unavailable",
  "one2pays_payer_invalid",
  "one2pays_bank_refused",
  "one2pays_name_mismatch",
  "one2pays_amount_below_min",
  "one2pays_amount_above_max",
])

export type FailureCode = GatewayErrorCode | "RATE_BUDGET_SPENT"

export const failureCode = ({
  code,
  outcome,
}: Pick<GatewayFailure, "code" | "outcome">): FailureCode =>
  code === "RATE_LIMIT_EXCEEDED" && outcome === "not_sent"
    ? "RATE_BUDGET_SPENT"
    : code

/** The shop's own count has reached the limit, or the gateway answered 429 a moment ago. */
const BUDGET_SPENT: LocalizedText = {
  en: "This shop holds back its requests to One2Pays for the moment, to keep within the rate limit. It asks again within a minute.",
  th: "ร้านชะลอคำขอไปยัง One2Pays ชั่วคราว เพื่อไม่ให้เกินจำนวนที่กำหนด ระบบจะส่งคำขออีกครั้งภายในหนึ่งนาที",
}

const onField = ({ en, th }: LocalizedText, field: string): LocalizedText => ({
  en: `${en} (field ${field})`,
  th: `${th} (ฟิลด์ ${field})`,
})

const withBound = (
  { en, th }: LocalizedText,
  bound: string
): LocalizedText => ({
  en: `${en} (THB ${bound})`,
  th: `${th} (${bound} บาท)`,
})

const isFailureCode = (code: string): code is FailureCode =>
  code === "RATE_BUDGET_SPENT" || Object.hasOwn(ROWS, code)

const textOf = (code: FailureCode): LocalizedText =>
  code === "RATE_BUDGET_SPENT" ? BUDGET_SPENT : ROWS[code].merchant

/**
 * Says to the merchant what is wrong and what to do, by a code alone. Null for a code that is none of a gateway call's.
 */
export const merchantText = (code: string): LocalizedText | null =>
  isFailureCode(code) ? textOf(code) : null

/**
 * Describes every gateway failure: an HTTP status, a stable public code, a sentence for the customer and one for the
 * merchant. The table is total: a code without a row does not compile. Source: the vendor's error page.
 */
export function describeGatewayError(
  failure: GatewayFailure
): ErrorDescription {
  const row: Row = ROWS[failure.code]
  const code = typeof row.code === "function" ? row.code(failure) : row.code
  const error: PublicError = PUBLIC_ERRORS[code]
  const { bound, field } = failure
  const { status } = error
  const text =
    bound !== undefined && isAmountBoundCode(code)
      ? describeBound(code, bound)
      : error.text
  const standard = error.retryAfter
  const said = textOf(failureCode(failure))
  const merchant = bound === undefined ? said : withBound(said, bound)
  return {
    status,
    code,
    text,
    merchant: field ? onField(merchant, field) : merchant,
    lasting: row.lasting === true || !PASSING.has(code),
    retryable: standard !== undefined,
    retryAfter:
      standard === undefined
        ? undefined
        : (wholeSeconds((failure.retryAfterMs ?? NaN) / 1000) ?? standard),
  }
}
