import type { Endpoint } from "../api/endpoints"

export const FAULT_KINDS = [
  "answer_lost",
  "refused",
  "slow",
  "server_error",
  "malformed_json",
  "unavailable",
] as const

/**
 * What goes wrong:
 * - `answer_lost` the work is done and the connection dropped instead of an answer
 * - `refused` the connection is dropped before any work
 * - `slow` the work is done at once, the answer comes after `delayMs` (2000)
 * - `server_error` INTERNAL_ERROR with `status` (500), before any work
 * - `unavailable` SERVICE_UNAVAILABLE, 503, before any work
 * - `malformed_json` the work is done, the answer is cut off in the middle of its JSON
 */
export type FaultKind = (typeof FAULT_KINDS)[number]

export interface Fault {
  kind: FaultKind
  /** Default: whichever endpoint is called next. */
  endpoint?: Endpoint
  /** How many calls it hits. Default 1; Infinity until cleared. */
  times?: number
  /** Chance of each call to be hit, 0–1. Default 1. */
  probability?: number
  /** Wait before the answer or the drop, in milliseconds. */
  delayMs?: number
  /** HTTP status of `server_error` and `malformed_json`. */
  status?: number
  /** Lets `server_error` and `unavailable` come after the work was done. Default false. */
  afterWork?: boolean
}

const MAX_FAULTS = 1_000

/** The faults that wait for a call. */
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

  /** The fault that hits this call, if one does: the first that applies, once less from now on. */
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

/** Whether the fault keeps the request from being worked on. */
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
