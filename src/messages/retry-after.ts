import { AsyncLocalStorage } from "node:async_hooks"

interface Wait {
  /** Seconds, of the last failure that said. */
  seconds?: number
}

/**
 * From the failure to the header: Medusa's error handler answers `{ type, code, message }` and
 * drops the rest of an error, so the seconds go beside it, along the calls of one request. Core's
 * workflows run their steps within those calls, on every workflow engine, unless a step is
 * declared asynchronous, which none of a checkout is; then the standard wait would serve.
 */
const waits = new AsyncLocalStorage<Wait>()

/** Runs a request so that what fails in it can say how long to wait. */
export function withRetryAfter(request: () => void): void {
  waits.run({}, request)
}

/** Says how long the customer of this request should wait; outside of a request nobody does. */
export function noteRetryAfter(seconds: number | undefined): void {
  const wait = waits.getStore()
  const whole = wholeSeconds(seconds)
  if (wait && whole !== undefined) {
    wait.seconds = whole
  }
}

/** The longest wait that a customer is told of. */
const LONGEST_SECONDS = 3600

/** A wait as a header can carry it: whole seconds, from 1 to an hour; undefined for what is no number. */
export const wholeSeconds = (seconds: number | undefined) =>
  seconds === undefined || !Number.isFinite(seconds)
    ? undefined
    : Math.min(LONGEST_SECONDS, Math.max(1, Math.ceil(seconds)))

/** What was noted in this request. Seconds. */
export function notedRetryAfter(): number | undefined {
  return waits.getStore()?.seconds
}
