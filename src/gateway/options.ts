import type { Clock } from "./clock"
import { invalidInput } from "./invalid-input"
import type { Gate } from "./limits/gate"
import type { Logger } from "./logger"
import type { AmountUnit } from "./money/money"
import type { RouteMemory } from "./route-memory"

export interface One2PaysClientOptions {
  /**
   * With or without a trailing slash, with or without `/api/v1`. `https`, or `http` for this
   * machine only.
   */
  baseUrl: string
  apiKey: string
  secretKey: string
  /** Default `"satang"`: THB 10.00 travels as `"1000.00"`, as the API overview says. */
  amountUnit?: AmountUnit
  /** Unit of GET /balance, which the vendor documents by an example only. Default: `amountUnit`. */
  balanceUnit?: AmountUnit
  /** Milliseconds for one call and its retries, unless the call brings a deadline. Default 10000. */
  timeoutMs?: number
  /** Default 3. */
  maxTries?: number
  /** Holds calls back in an outage and above the rate limit. */
  gate?: Gate
  /** Remembers which by-reference routes exist. Without it, each client finds out anew. */
  routes?: RouteMemory
  logger?: Logger
  clock?: Clock
}

const API = "/api/v1"
const LOOPBACK = /^(localhost|127(\.\d{1,3}){3}|\[::1\])$/
const HEADER_VALUE = /^[\x21-\x7e]+$/

/**
 * The address before every path, `/api/v1` included.
 *
 * @throws One2PaysError `VALIDATION_ERROR`
 */
export function apiUrl(baseUrl: string): string {
  const url = URL.canParse(baseUrl) ? new URL(baseUrl) : undefined
  if (!url) {
    throw invalidInput("baseUrl", "must be an absolute URL")
  }
  const loopback = url.protocol === "http:" && LOOPBACK.test(url.hostname)
  if (url.protocol !== "https:" && !loopback) {
    throw invalidInput(
      "baseUrl",
      "must be https, or http for this machine only"
    )
  }
  if (url.username || url.password || url.search || url.hash) {
    throw invalidInput("baseUrl", "must hold no credentials, query or fragment")
  }
  const path = url.pathname.replace(/\/+$/, "")
  return url.origin + (path.endsWith(API) ? path : path + API)
}

/**
 * @throws One2PaysError `VALIDATION_ERROR` for a key that no HTTP header could carry, such as one
 * pasted with a line break
 */
export function checkKeys({ apiKey, secretKey }: One2PaysClientOptions): void {
  if (!HEADER_VALUE.test(apiKey)) {
    throw invalidInput("apiKey", "must be printable characters without spaces")
  }
  if (!HEADER_VALUE.test(secretKey)) {
    throw invalidInput(
      "secretKey",
      "must be printable characters without spaces"
    )
  }
}
