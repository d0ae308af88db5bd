import { maskAccountNumber } from "../records/account-number"
import type { Endpoint } from "../api/endpoints"
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
  /** The parsed body, account numbers masked. */
  body?: unknown
  /** A few headers; never the signature. */
  headers: Record<string, string>
}

/** The calls of late, the newest last, and how many there were of each. */
export class Journal {
  private recent: Call[] = []
  private counted: Record<string, number> = {}

  add(call: Call): void {
    this.recent.push(call)
    // Cut in one go now and then: shifting at every call would show in a benchmark.
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
