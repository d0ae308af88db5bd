import { maskAccountNumber } from "../records/account-number"
import type { Endpoint } from "../wire/endpoints"
import type { JsonObject } from "../wire/request-fields"

const MAX_CALLS = 10_000

/** One call of the API as the sandbox saw it. */
export interface Call {
  /** `unknown` for a path that is no endpoint. */
  endpoint: Endpoint | "unknown"
  method: string
  /** Path and query. */
  path: string
  /** Unix milliseconds by the sandbox's clock. */
  at: number
  /** `lost` when a fault dropped the connection. */
  status: number | "lost"
  /** The parsed body with masked account numbers. */
  body?: unknown
  /** A few headers; never the signature. */
  headers: Record<string, string>
}

/** The latest calls, newest last, and the number of calls to each endpoint. */
export class Journal {
  private recent: Call[] = []
  private counted: Record<string, number> = {}

  add(call: Call): void {
    this.recent.push(call)
    // Cuts many calls at once: a shift at every call would slow a benchmark down.
    if (this.recent.length >= 2 * MAX_CALLS) {
      this.recent = this.recent.slice(-MAX_CALLS)
    }
    this.counted[call.endpoint] = (this.counted[call.endpoint] ?? 0) + 1
  }

  calls(): Call[] {
    return this.recent.slice(-MAX_CALLS)
  }

  counts(): Record<string, number> {
    return { ...this.counted }
  }

  clear(): void {
    this.recent = []
    this.counted = {}
  }
}

export function maskedBody(
  body: JsonObject | undefined
): JsonObject | undefined {
  const number = body?.customerBankAccountNumber
  return typeof number === "string"
    ? { ...body, customerBankAccountNumber: maskAccountNumber(number) }
    : body
}
