import type { Endpoint } from "../wire/endpoints"

export const FAULT_KINDS = [
  "answer_lost",
  "refused",
  "slow",
  "server_error",
  "malformed_json",
  "unavailable",
] as const

/**
 * The ways in which a call goes wrong:
 * - `answer_lost` does the work and drops the connection instead of an answer
 * - `refused` drops the connection before any work
 * - `slow` does the work at once and answers after `delayMs` (2000)
 * - `server_error` answers INTERNAL_ERROR with `status` (500) before any work
 * - `unavailable` answers SERVICE_UNAVAILABLE, 503, before any work
 * - `malformed_json` does the work and cuts the answer off in the middle of its JSON
 */
export type FaultKind = (typeof FAULT_KINDS)[number]

export interface Fault {
  kind: FaultKind
  /** Default: any endpoint. */
  endpoint?: Endpoint
  /** The number of calls that it hits. Default 1; Infinity until cleared. */
  times?: number
  /** The chance that it hits a call, 0–1. Default 1. */
  probability?: number
  /** Wait before the answer or the drop, in milliseconds. */
  delayMs?: number
  /** HTTP status of `server_error` and `malformed_json`. */
  status?: number
  /** Lets `server_error` and `unavailable` answer after the work. Default false. */
  afterWork?: boolean
}

const MAX_FAULTS = 1_000

/** Faults that wait for a call. */
export class Faults {
  private waiting: { fault: Fault; left: number }[] = []

  add(fault: Fault): void {
    if (this.waiting.length >= MAX_FAULTS) {
      throw new RangeError(`more than ${MAX_FAULTS} faults are waiting`)
    }
    this.waiting.push({ fault: { ...fault }, left: fault.times ?? 1 })
  }

  clear(): void {
    this.waiting = []
  }

  list(): (Fault & { left: number })[] {
    return this.waiting.map(({ fault, left }) => ({ ...fault, left }))
  }

  /** Takes the first fault that applies to a call, and counts that hit. */
  take(endpoint: Endpoint): Fault | undefined {
    if (this.waiting.length === 0) {
      return undefined
    }
    const hit = this.waiting.find(
      ({ fault }) =>
        (fault.endpoint === undefined || fault.endpoint === endpoint) &&
        (fault.probability === undefined || Math.random() < fault.probability)
    )
    if (!hit) {
      return undefined
    }
    hit.left -= 1
    if (hit.left <= 0) {
      this.waiting = this.waiting.filter((waiting) => waiting !== hit)
    }
    return hit.fault
  }
}

/** Whether the fault comes before any work on the request. */
export function hitsBeforeWork(fault: Fault): boolean {
  switch (fault.kind) {
    case "refused":
      return true
    case "server_error":
    case "unavailable":
      return !fault.afterWork
    case "answer_lost":
    case "slow":
    case "malformed_json":
      return false
    default:
      return fault.kind satisfies never
  }
}
