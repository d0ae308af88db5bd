import type { Clock } from "../clock"

// setTimeout takes a longer delay for 1 ms.
const LONGEST_TIMER_MS = 2 ** 31 - 1

// A shorter try would turn a slow answer into a failure.
const SHORTEST_SPLIT_MS = 2500

/**
 * The deadline of a call in epoch milliseconds: the caller's own, or the client's timeout from now.
 */
export function deadlineOf(
  deadline: number | undefined,
  timeoutMs: number,
  clock: Clock
): number {
  return deadline ?? clock.now() + timeoutMs
}

/**
 * The time for one try, in milliseconds; at most 0 after the deadline.
 *
 * A read that can be tried again uses half of the remaining time, so that a connection that died
 * silently does not eat the whole call. A write keeps all of it: a create that stops early leaves a
 * payment behind that nobody knows of.
 */
export function tryTimeout(
  remainingMs: number,
  { readOnly, lastTry }: { readOnly: boolean; lastTry: boolean }
): number {
  const ms =
    readOnly && !lastTry
      ? Math.min(remainingMs, Math.max(remainingMs / 2, SHORTEST_SPLIT_MS))
      : remainingMs
  return Math.min(Math.ceil(ms), LONGEST_TIMER_MS)
}
