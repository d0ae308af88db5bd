import type { GatewayErrorCode } from "../gateway"
import {
  PUBLIC_ERRORS,
  type LocalizedText,
  type PublicError,
  type PublicErrorCode,
} from "./public-errors"
import { wholeSeconds } from "./retry-after"

/** What is known of a failed gateway call: the parts of a `One2PaysError` that decide the answer. */
export interface GatewayFailure {
  code: GatewayErrorCode
  /** HTTP status of the gateway's answer, if there was one. */
  status?: number
  /** The request field that the gateway named. */
  field?: string
  /** How long the gateway asked to wait. */
  retryAfterMs?: number
}

/** One failure, told to everyone it concerns. */
export interface ErrorDescription {
  /** HTTP status for the customer's browser. */
  status: number
  code: PublicErrorCode
  /** For the customer, in their language; never the gateway's words. */
  text: LocalizedText
  /** For the merchant's log: what is wrong and what to do. */
  merchant: string
  /** Whether it stays until the merchant mends something; the rest passes, or the customer mends it. */
  lasting: boolean
  /** Whether the same request can succeed later without anybody changing anything. */
  retryable: boolean
  /** Seconds to wait before trying again: what the gateway asks for, else our own. */
  retryAfter?: number
}

interface Row {
  code: PublicErrorCode | ((failure: GatewayFailure) => PublicErrorCode)
  merchant: string
  /** A customer is told to try again, but it will hardly help. */
  lasting?: true
}

/** What comes to its end by itself, or by the customer's correcting a detail. */
const PASSING: ReadonlySet<PublicErrorCode> = new Set([
  "one2pays_maintenance",
  "one2pays_busy",
  "one2pays_unavailable",
  "one2pays_payer_invalid",
])

const PAYER_FIELDS = new Set([
  "customerBankAccountName",
  "customerBankAccountNumber",
  "customerBankCode",
])

const onPayerField =
  (without: PublicErrorCode) =>
  ({ field }: GatewayFailure): PublicErrorCode =>
    field === undefined
      ? without
      : PAYER_FIELDS.has(field)
        ? "one2pays_payer_invalid"
        : "one2pays_rejected"

/** An error without a documented code: only its HTTP status speaks. */
const byStatus = ({ status = 0 }: GatewayFailure): PublicErrorCode => {
  if (status === 401 || status === 403) {
    return "one2pays_misconfigured"
  }
  if (status === 429) {
    return "one2pays_busy"
  }
  // 408 is a timeout that some proxy reports: nothing was refused.
  return status >= 400 && status < 500 && status !== 408
    ? "one2pays_rejected"
    : "one2pays_unavailable"
}

const ROWS = {
  INVALID_CREDENTIALS: {
    code: "one2pays_misconfigured",
    merchant:
      "One2Pays refused the API key or signature. Check options.apiKey and options.secretKey, and that this server's clock is right.",
  },
  UNAUTHORIZED: {
    code: "one2pays_misconfigured",
    merchant:
      "One2Pays saw no authentication headers. A proxy between this server and options.baseUrl may be removing them.",
  },
  FORBIDDEN: {
    code: "one2pays_misconfigured",
    merchant:
      "The One2Pays integration is not active, or the keys belong to the other environment. Check options.baseUrl against the keys' mode.",
  },
  AUTHENTICATION_ERROR: {
    code: "one2pays_misconfigured",
    merchant:
      "One2Pays does not know the merchant of these keys. Check options.apiKey and options.secretKey.",
  },
  VALIDATION_ERROR: {
    code: onPayerField("one2pays_rejected"),
    merchant: "One2Pays found a request parameter invalid.",
  },
  INVALID_AMOUNT: {
    code: "one2pays_amount_invalid",
    merchant:
      "One2Pays refused the amount. It may be below or above the limits of your account.",
  },
  INVALID_CURRENCY: {
    code: "one2pays_currency_unsupported",
    merchant:
      "One2Pays takes THB only. Remove it from regions in other currencies.",
  },
  INVALID_REFERENCE_ID: {
    code: "one2pays_rejected",
    merchant: "One2Pays refused the order id as a reference.",
  },
  INVALID_BANK_CODE: {
    code: "one2pays_payer_invalid",
    merchant: "One2Pays does not know the payer's bank code.",
  },
  MISSING_REQUIRED_FIELD: {
    code: onPayerField("one2pays_payer_invalid"),
    merchant: "One2Pays misses a required field.",
  },
  RESOURCE_NOT_FOUND: {
    code: "one2pays_rejected",
    merchant:
      "One2Pays has no such payment. Check options.baseUrl and the keys.",
  },
  DUPLICATE_REFERENCE_ID: {
    code: "one2pays_rejected",
    merchant:
      "One2Pays already has a different payment under this reference. Is another shop using the same account?",
  },
  INSUFFICIENT_BALANCE: {
    code: "one2pays_rejected",
    merchant: "The One2Pays wallet does not hold enough money. Top it up.",
  },
  PAYMENT_NOT_CANCELLABLE: {
    code: "one2pays_rejected",
    merchant:
      "The payment can no longer be canceled at One2Pays: it has ended or was just paid.",
  },
  PAYMENT_NOT_CAPTURABLE: {
    code: "one2pays_rejected",
    merchant: "One2Pays cannot capture the payment in its present state.",
  },
  PAYMENT_NOT_REFUNDABLE: {
    code: "one2pays_rejected",
    merchant: "One2Pays cannot refund the payment in its present state.",
  },
  RATE_LIMIT_EXCEEDED: {
    code: "one2pays_busy",
    merchant:
      "One2Pays answered 429. Does another program use the same integration? Lower options.rateLimit.perMinute.",
  },
  INTERNAL_ERROR: {
    code: "one2pays_unavailable",
    merchant: "One2Pays failed with a server error.",
  },
  SERVICE_UNAVAILABLE: {
    code: "one2pays_unavailable",
    merchant: "One2Pays is temporarily unavailable.",
  },
  MAINTENANCE_MODE: {
    code: "one2pays_maintenance",
    merchant:
      "One2Pays is under maintenance. Payments start again by themselves when it ends.",
  },
  TIMEOUT: {
    code: "one2pays_unavailable",
    merchant: "One2Pays did not answer in time. See options.timeoutMs.",
  },
  NETWORK_ERROR: {
    code: "one2pays_unavailable",
    merchant:
      "The connection to One2Pays failed. Check options.baseUrl and this server's network.",
  },
  TLS_ERROR: {
    code: "one2pays_unavailable",
    merchant:
      "One2Pays' certificate was not accepted. Check options.baseUrl and this server's CA certificates.",
    lasting: true,
  },
  DNS_ERROR: {
    code: "one2pays_unavailable",
    merchant: "The host of options.baseUrl does not resolve.",
  },
  ABORTED: {
    code: "one2pays_unavailable",
    merchant: "The call to One2Pays was aborted.",
  },
  MALFORMED_RESPONSE: {
    code: "one2pays_unavailable",
    merchant:
      "One2Pays' answer does not have the documented shape. Check options.baseUrl.",
    lasting: true,
  },
  LOOKUP_INCONCLUSIVE: {
    code: "one2pays_unavailable",
    merchant: "Whether One2Pays has this payment could not be found out.",
  },
  HTTP_ERROR: {
    code: byStatus,
    merchant: "One2Pays answered with an undocumented HTTP status.",
  },
  UNKNOWN_ERROR: {
    code: byStatus,
    merchant: "One2Pays answered with an undocumented error code.",
  },
} as const satisfies Record<GatewayErrorCode, Row>

/**
 * Every gateway failure as an HTTP status, a stable public code, a sentence for the customer
 * and one for the merchant. Total: a code without a row does not compile.
 * Source: the vendor's error page.
 */
export function describeGatewayError(
  failure: GatewayFailure
): ErrorDescription {
  const row: Row = ROWS[failure.code]
  const code = typeof row.code === "function" ? row.code(failure) : row.code
  const error: PublicError = PUBLIC_ERRORS[code]
  const { status, text } = error
  const standard = error.retryAfter
  return {
    status,
    code,
    text,
    merchant: failure.field
      ? `${row.merchant} (field ${failure.field})`
      : row.merchant,
    lasting: row.lasting === true || !PASSING.has(code),
    retryable: standard !== undefined,
    retryAfter:
      standard === undefined
        ? undefined
        : (wholeSeconds((failure.retryAfterMs ?? NaN) / 1000) ?? standard),
  }
}
