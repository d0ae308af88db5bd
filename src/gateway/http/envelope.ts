import { z } from "../zod"

import {
  isAnswerCode,
  outcomeOf,
  type GatewayErrorCode,
  type One2PaysErrorFields,
  type Outcome,
} from "../errors"
import type { AmountUnit } from "../money/money"
import { readBound } from "./amount-bound"
import { safeName, safeText } from "./redact"
import { retryAfterMs } from "./retry-after"
import type { TransportResponse } from "./transport"

const failureSchema = z.looseObject({
  success: z.literal(false).optional().catch(undefined),
  error: z.looseObject({
    code: z.unknown(),
    message: z.unknown(),
    metadata: z.record(z.string(), z.unknown()).optional().catch(undefined),
  }),
})
type Failure = z.infer<typeof failureSchema>

export type Answer =
  { ok: true; data: unknown } | { ok: false; error: One2PaysErrorFields }

/**
 * Opens the envelope `{ success, data | error }`. Any 2xx that says `success: true` is a success. A
 * `success: false` is an error, whatever its status. A status that is no 2xx is an error, whatever
 * its body.
 *
 * @param sensitive names and account numbers in the request; an error must not repeat them from the
 * gateway's message
 * @param unit of the account, in which the gateway names bounds
 */
export function openEnvelope(
  response: TransportResponse,
  sensitive: readonly string[],
  nowMs: number,
  unit: AmountUnit
): Answer {
  const { status } = response
  const body = parseJson(response.body)
  const success = status >= 200 && status < 300
  if (success && isSuccess(body)) {
    return { ok: true, data: body.data }
  }
  const failure = failureSchema.safeParse(body).data
  const requestId = safeName(response.header("x-request-id"))
  if (success && !failure) {
    const error = { code: "MALFORMED_RESPONSE", status, requestId } as const
    return { ok: false, error }
  }
  const metadata = failure?.error.metadata
  const gatewayCode = safeName(failure?.error.code)
  const code = codeFor(status, gatewayCode)
  return {
    ok: false,
    error: {
      code,
      text: safeText(failure?.error.message, sensitive),
      gatewayCode,
      status,
      field: safeName(metadata?.field),
      bound: readBound(code, { ...failure?.error, ...metadata }, unit),
      retryAfterMs: retryAfterMs({
        metadata,
        header: response.header("retry-after"),
        nowMs,
      }),
      requestId,
      outcome: outcomeFor(status, code, failure),
    },
  }
}

// A known code names the error better than the status does. Only 401 means authentication, whatever
// its code.
function codeFor(
  status: number,
  gatewayCode: string | undefined
): GatewayErrorCode {
  const known =
    gatewayCode !== undefined && isAnswerCode(gatewayCode)
      ? gatewayCode
      : undefined
  if (status === 401) {
    return known === "INVALID_CREDENTIALS" || known === "UNAUTHORIZED"
      ? known
      : "AUTHENTICATION_ERROR"
  }
  if (known) {
    return known
  }
  if (status === 403 && gatewayCode) {
    return "FORBIDDEN"
  }
  if (status === 429) {
    return "RATE_LIMIT_EXCEEDED"
  }
  if (status === 502 || status === 503 || status === 504) {
    return "SERVICE_UNAVAILABLE"
  }
  if (status >= 500) {
    return "INTERNAL_ERROR"
  }
  return gatewayCode ? "UNKNOWN_ERROR" : "HTTP_ERROR"
}

function outcomeFor(
  status: number,
  code: GatewayErrorCode,
  failure: Failure | undefined
): Outcome {
  if (
    code === "MAINTENANCE_MODE" ||
    code === "RATE_LIMIT_EXCEEDED" ||
    status === 401
  ) {
    return "refused"
  }
  // A proxy's 4xx page proves nothing, and neither does a 408 (timed out) or a 409 (conflict).
  const refusal =
    failure !== undefined &&
    status >= 400 &&
    status < 500 &&
    status !== 408 &&
    status !== 409
  if (code === "UNKNOWN_ERROR" || code === "HTTP_ERROR") {
    return refusal ? "refused" : "unknown"
  }
  return status >= 500 ? "unknown" : outcomeOf(code)
}

function isSuccess(body: unknown): body is { success: true; data: unknown } {
  return (
    typeof body === "object" &&
    body !== null &&
    "success" in body &&
    body.success === true &&
    "data" in body
  )
}

function parseJson(text: string): unknown {
  try {
    return JSON.parse(text)
  } catch {
    // A proxy sent a page of HTML, or the answer was cut short: the status decides.
    return undefined
  }
}
