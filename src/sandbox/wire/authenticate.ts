import type { IncomingHttpHeaders } from "node:http"
import { ApiError } from "./api-error"
import { signatureMatches } from "./signature"

/** The vendor states no tolerance for requests, so this is its tolerance for webhooks. */
const TOLERANCE_MS = 300_000

export interface Credentials {
  apiKey: string
  secretKey: string
  /** False answers FORBIDDEN, as after staff switched the integration off in the vendor's dashboard. */
  active: boolean
}

/**
 * Checks the three headers of a request against the exact bytes of its body.
 * @throws ApiError 401 UNAUTHORIZED without headers, 401 INVALID_CREDENTIALS when one is wrong, 403 FORBIDDEN for a key
 * of the other environment or an inactive integration.
 */
export function authenticate(
  headers: IncomingHttpHeaders,
  body: Buffer,
  credentials: Credentials,
  now: number
): void {
  const apiKey = headers["x-api-key"]
  const timestamp = headers["x-timestamp"]
  const signature = headers["x-signature"]
  if (
    typeof apiKey !== "string" ||
    typeof timestamp !== "string" ||
    typeof signature !== "string"
  ) {
    throw new ApiError(
      401,
      "UNAUTHORIZED",
      "Missing required authentication headers"
    )
  }
  if (environment(apiKey) !== environment(credentials.apiKey)) {
    throw new ApiError(403, "FORBIDDEN", "Environment mismatch")
  }
  if (apiKey !== credentials.apiKey) {
    throw new ApiError(401, "INVALID_CREDENTIALS", "Invalid API key")
  }
  if (
    !isRecent(timestamp, now) ||
    !signatureMatches(signature, credentials.secretKey, timestamp, body)
  ) {
    throw new ApiError(
      401,
      "INVALID_CREDENTIALS",
      "Invalid signature or expired timestamp"
    )
  }
  if (!credentials.active) {
    throw new ApiError(403, "FORBIDDEN", "Integration is not active")
  }
}

function environment(apiKey: string): "live" | "test" {
  return apiKey.startsWith("pk_live_") ? "live" : "test"
}

function isRecent(timestamp: string, now: number): boolean {
  return (
    /^\d{1,16}$/.test(timestamp) &&
    Math.abs(now - Number(timestamp)) <= TOLERANCE_MS
  )
}
