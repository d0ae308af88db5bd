/** Every code of the vendor's error page. */
export type SeedErrorCode =
  | "INVALID_CREDENTIALS"
  | "UNAUTHORIZED"
  | "FORBIDDEN"
  | "VALIDATION_ERROR"
  | "INVALID_AMOUNT"
  | "INVALID_CURRENCY"
  | "INVALID_REFERENCE_ID"
  | "INVALID_BANK_CODE"
  | "MISSING_REQUIRED_FIELD"
  | "RESOURCE_NOT_FOUND"
  | "DUPLICATE_REFERENCE_ID"
  | "INSUFFICIENT_BALANCE"
  | "PAYMENT_NOT_CANCELLABLE"
  | "PAYMENT_NOT_CAPTURABLE"
  | "PAYMENT_NOT_REFUNDABLE"
  | "RATE_LIMIT_EXCEEDED"
  | "INTERNAL_ERROR"
  | "SERVICE_UNAVAILABLE"
  | "MAINTENANCE_MODE"

/**
 * The client's own codes, for a gateway that did not answer or did not answer as documented.
 */
type ClientErrorCode =
  | "TIMEOUT"
  | "GATEWAY_SILENT"
  | "NETWORK_ERROR"
  | "TLS_ERROR"
  | "DNS_ERROR"
  | "ABORTED"
  | "MALFORMED_RESPONSE"
  | "LOOKUP_INCONCLUSIVE"
  | "HTTP_ERROR"
  | "UNKNOWN_ERROR"

/**
 * Only the balance page names `AUTHENTICATION_ERROR`; the client also uses it for a 401 with a code
 * that it does not know.
 */
type AnswerCode =
  | SeedErrorCode
  | "AUTHENTICATION_ERROR"
  // No page of the vendor's names these: comparable gateways answer so, with a 422.
  | "AMOUNT_BELOW_MIN"
  | "AMOUNT_ABOVE_MAX"

export type GatewayErrorCode = AnswerCode | ClientErrorCode

/**
 * The fate of the thing that a failed call asked for.
 * - `refused`: the gateway certainly did not do it
 * - `unknown`: it may have done it; only another request can tell
 * - `not_sent`: the request never reached it
 */
export type Outcome = "refused" | "unknown" | "not_sent"

interface ErrorTraits {
  outcome: Outcome
  /** Whether the same request may be sent again within the same call. */
  retryable: boolean
  text: string
}

const refused = (text: string): ErrorTraits => ({
  outcome: "refused",
  retryable: false,
  text,
})
const unknown = (text: string): ErrorTraits => ({
  outcome: "unknown",
  retryable: false,
  text,
})
const notSent = (text: string): ErrorTraits => ({
  outcome: "not_sent",
  retryable: false,
  text,
})
const passing = (traits: ErrorTraits): ErrorTraits => ({
  ...traits,
  retryable: true,
})

// DUPLICATE_REFERENCE_ID is `unknown`: an earlier try whose answer was lost may have created the
// object under that reference. MAINTENANCE_MODE is not retryable: the vendor asks clients to wait
// for its end instead of trying within the call.
const answered = {
  INVALID_CREDENTIALS: refused(
    "The API key or the signature was refused, or the clock is wrong"
  ),
  UNAUTHORIZED: refused("The authentication headers were missing"),
  FORBIDDEN: refused(
    "The integration is not active, or the key belongs to the other environment"
  ),
  AUTHENTICATION_ERROR: refused("The gateway did not accept the credentials"),
  VALIDATION_ERROR: refused("A parameter is invalid"),
  INVALID_AMOUNT: refused("The amount is not a valid decimal number"),
  AMOUNT_BELOW_MIN: refused("The amount is below the gateway's smallest"),
  AMOUNT_ABOVE_MAX: refused("The amount is above the gateway's largest"),
  INVALID_CURRENCY: refused("The currency must be THB"),
  INVALID_REFERENCE_ID: refused("The format of the reference id is invalid"),
  INVALID_BANK_CODE: refused("The bank code is not a 3-digit Thai bank code"),
  MISSING_REQUIRED_FIELD: refused("A required field is missing"),
  RESOURCE_NOT_FOUND: refused("The gateway has no such object"),
  DUPLICATE_REFERENCE_ID: unknown("The reference id exists already"),
  INSUFFICIENT_BALANCE: refused("The merchant's balance is too small"),
  PAYMENT_NOT_CANCELLABLE: refused(
    "It cannot be cancelled in its current state"
  ),
  PAYMENT_NOT_CAPTURABLE: refused("It cannot be captured in its current state"),
  PAYMENT_NOT_REFUNDABLE: refused("It cannot be refunded in its current state"),
  RATE_LIMIT_EXCEEDED: passing(refused("Too many requests")),
  INTERNAL_ERROR: passing(unknown("The gateway failed")),
  SERVICE_UNAVAILABLE: passing(unknown("The gateway is not available")),
  MAINTENANCE_MODE: refused("The gateway is under maintenance"),
} satisfies Record<AnswerCode, ErrorTraits>

const unanswered = {
  TIMEOUT: passing(unknown("The gateway did not answer in time")),
  // Another call got no answer. The breaker lets this one wait for the next probe.
  GATEWAY_SILENT: notSent("The gateway answers nobody at the moment"),
  NETWORK_ERROR: passing(unknown("The connection to the gateway failed")),
  TLS_ERROR: notSent("No trusted connection to the gateway"),
  DNS_ERROR: passing(notSent("The gateway's host name does not resolve")),
  ABORTED: unknown("The caller aborted the call"),
  MALFORMED_RESPONSE: unknown(
    "The gateway's answer does not have the documented shape"
  ),
  LOOKUP_INCONCLUSIVE: unknown(
    "The list could not prove that the gateway has no such object"
  ),
  HTTP_ERROR: unknown("The gateway answered with an unexpected HTTP status"),
  UNKNOWN_ERROR: unknown(
    "The gateway answered with an error that is not documented"
  ),
} satisfies Record<ClientErrorCode, ErrorTraits>

const traits: Readonly<Record<GatewayErrorCode, ErrorTraits>> = {
  ...answered,
  ...unanswered,
}

/** Every code that an `One2PaysError` can carry, for tables that must be complete. */
export const gatewayErrorCodes = Object.freeze(
  Object.keys(traits)
) as readonly GatewayErrorCode[]

/**
 * Whether a text from the wire is a code that the gateway is known to send. One of the client's own
 * codes would be a lie there.
 */
export function isAnswerCode(code: string): code is AnswerCode {
  return Object.hasOwn(answered, code)
}

/** The outcome by the code alone; the HTTP status may say otherwise. */
export function outcomeOf(code: GatewayErrorCode): Outcome {
  return traits[code].outcome
}

export interface One2PaysErrorFields {
  code: GatewayErrorCode
  /**
   * Must hold nothing of a payer, a beneficiary or a credential. Without it, the error carries the
   * code's own text.
   */
  text?: string
  gatewayCode?: string
  status?: number
  field?: string
  /** THB in major units: the smallest or largest amount, if the gateway named it with `AMOUNT_…`. */
  bound?: string
  retryAfterMs?: number
  requestId?: string
  referenceId?: string
  idempotencyKey?: string
  /** How far a `LOOKUP_INCONCLUSIVE` search came: the object is not newer than this. */
  searchedTo?: Date
  outcome?: Outcome
  tries?: number
}

/**
 * The only error that the client throws.
 *
 * Everything on it may be logged: it never holds the secret, a signature, an account number or a
 * name. It has no `cause`, because axios' own errors carry the request with its headers and body.
 */
export class One2PaysError extends Error {
  readonly code: GatewayErrorCode
  /** The gateway's code as it came, also one that this client does not know. */
  declare readonly gatewayCode?: string
  declare readonly status?: number
  /** The refused parameter, if the gateway or our own validation named one. */
  declare readonly field?: string
  /** THB in major units: the bound that the gateway named with `AMOUNT_BELOW_MIN` or `AMOUNT_ABOVE_MAX`. */
  declare readonly bound?: string
  /** The wait that the gateway asked for. */
  declare readonly retryAfterMs?: number
  declare readonly requestId?: string
  declare readonly referenceId?: string
  declare readonly idempotencyKey?: string
  /** How far a `LOOKUP_INCONCLUSIVE` search came: the object is not newer than this. */
  declare readonly searchedTo?: Date
  readonly outcome: Outcome
  /** Tries of the request; 0 when it never left. */
  readonly tries: number

  constructor(fields: One2PaysErrorFields) {
    const { code, text, outcome, tries, ...optional } = fields
    const status = fields.status === undefined ? "" : ` (HTTP ${fields.status})`
    super(`${code}: ${text ?? traits[code].text}${status}`)
    this.code = code
    this.outcome = outcome ?? traits[code].outcome
    this.tries = tries ?? 0
    for (const [name, value] of Object.entries<unknown>(optional)) {
      if (value !== undefined) {
        Object.defineProperty(this, name, { value, enumerable: true })
      }
    }
  }

  /**
   * Whether the same request, sent again soon, can succeed. A server error counts, whatever its
   * code.
   */
  get retryable(): boolean {
    if (
      this.code === "MAINTENANCE_MODE" ||
      // Our own rate budget has already looked for a turn before the deadline.
      (this.code === "RATE_LIMIT_EXCEEDED" && this.outcome === "not_sent")
    ) {
      return false
    }
    return traits[this.code].retryable || (this.status ?? 0) >= 500
  }

  toJSON(): Record<string, unknown> {
    return Object.fromEntries([
      ["name", this.name],
      ["message", this.message],
      ...Object.entries(this),
    ])
  }
}

// On the prototype, so that it is no enumerable property of each error.
Object.defineProperty(One2PaysError.prototype, "name", {
  value: "One2PaysError",
})
