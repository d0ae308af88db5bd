import { setTimeout as sleep } from "node:timers/promises"

/** The server reads the time and waits here. A test hands in its own. */
export interface Clock {
  /** Unix time in milliseconds. Requests carry it under their signature, so it must be the wall clock. */
  now(): number
  /** Rejects as soon as the signal aborts. */
  sleep(ms: number, signal?: AbortSignal): Promise<void>
  /** Calls a function later. @returns a function that calls it off */
  after(ms: number, run: () => void): () => void
  /** A number in [0, 1), for the jitter. */
  random?(): number
}

const machineClock: Clock = {
  now: () => Date.now(),
  sleep: (ms, signal) => sleep(ms, undefined, { signal }),
  after: (ms, run) => {
    const timer = setTimeout(run, ms)
    return () => clearTimeout(timer)
  },
  random: () => Math.random(),
}

let current = machineClock

/**
 * The clock of the process. Everything that the plugin's code times or waits for goes by this clock; its SQL goes by
 * the database's.
 */
export const systemClock: Clock = {
  now: () => current.now(),
  sleep: (ms, signal) => current.sleep(ms, signal),
  after: (ms, run) => current.after(ms, run),
  random: () => (current.random ?? Math.random)(),
}

/**
 * Lets the whole process go by another clock: a test moves the time of a running shop.
 *
 * @returns a function that puts the former clock back
 */
export function replaceSystemClock(clock: Clock): () => void {
  const former = current
  current = clock
  return () => {
    current = former
  }
}
