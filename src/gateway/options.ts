import type { Clock } from "./clock"
import { invalid } from "./resources/create-input"
import type { CallRank, Gate } from "./limits/gate"
import type { AmountUnit } from "./money/money"

export interface Logger {
  debug(message: string): void
  warn(message: string): void
  error(message: string): void
}

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
  /** Unit of GET /balance, which is documented by an example only. Default: `amountUnit`. */
  balanceUnit?: AmountUnit
  /** One call including its retries, unless the call brings a deadline. Default 10000. */
  timeoutMs?: number
  /** Default 3. */
  maxTries?: number
  /** Holds calls back in maintenance and above the rate limit. */
  gate?: Gate
  logger?: Logger
  clock?: Clock
}

export interface CallOptions {
  /** Ends the call at once, also while it waits before a retry. */
  signal?: AbortSignal
  /** Epoch milliseconds; replaces `timeoutMs` for this call. */
  deadline?: number
  maxTries?: number
  /** Who waits for the answer. Default `"background"`. */
  rank?: CallRank
  /**
   * The names under which the merchant knows what is asked for by the gateway's id: for the log and
   * for errors, never sent.
   */
  about?: { referenceId?: string; idempotencyKey?: string }
}

const API = "/api/v1"
const LOOPBACK = /^(localhost|127(\.\d{1,3}){3}|\[::1\])$/
const HEADER_VALUE = /^[\x21-\x7e]+$/

/** The address that every path is appended to, `/api/v1` included. */
export function apiUrl(baseUrl: string): string {
  const url = URL.canParse(baseUrl) ? new URL(baseUrl) : undefined
  if (!url) {
    throw invalid("baseUrl", "must be an absolute URL")
  }
  const loopback = url.protocol === "http:" && LOOPBACK.test(url.hostname)
  if (url.protocol !== "https:" && !loopback) {
    throw invalid("baseUrl", "must be https, or http for this machine only")
  }
  if (url.username || url.password || url.search || url.hash) {
    throw invalid("baseUrl", "must hold no credentials, query or fragment")
  }
  const path = url.pathname.replace(/\/+$/, "")
  return url.origin + (path.endsWith(API) ? path : path + API)
}

/**
 * @throws One2PaysError `VALIDATION_ERROR` for a key that no HTTP header could carry, as one pasted
 * with a line break
 */
export function checkKeys({ apiKey, secretKey }: One2PaysClientOptions): void {
  if (!HEADER_VALUE.test(apiKey)) {
    throw invalid("apiKey", "must be printable characters without spaces")
  }
  if (!HEADER_VALUE.test(secretKey)) {
    throw invalid("secretKey", "must be printable characters without spaces")
  }
}
