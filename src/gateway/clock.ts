import { setTimeout as sleep } from "node:timers/promises"

/** Where the server reads the time and waits. A test hands in its own. */
export interface Clock {
  /** Unix time in milliseconds: it is signed, so it has to be the wall clock. */
  now(): number
  /** Rejects as soon as the signal aborts. */
  sleep(ms: number, signal?: AbortSignal): Promise<void>
  /** Calls a function later. @returns what takes that back */
  after(ms: number, run: () => void): () => void
  /** In [0, 1), for the jitter. */
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
 * The clock of the process. Whatever the plugin decides by the time of day, or waits for, goes by this one; what it
 * decides in SQL goes by the database's.
 */
export const systemClock: Clock = {
  now: () => current.now(),
  sleep: (ms, signal) => current.sleep(ms, signal),
  after: (ms, run) => current.after(ms, run),
  random: () => (current.random ?? Math.random)(),
}

/** Lets the whole process go by another clock: a test moves the time of a running shop. @returns puts the former one back */
export function replaceSystemClock(clock: Clock): () => void {
  const former = current
  current = clock
  return () => {
    current = former
  }
}
