import { setTimeout as sleep } from "node:timers/promises"

/** Where the client reads the time and waits; a test hands in its own. */
export interface Clock {
  /** Unix time in milliseconds: it is signed, so it has to be the wall clock. */
  now(): number
  /** Rejects as soon as the signal aborts. */
  sleep(ms: number, signal?: AbortSignal): Promise<void>
  /** In [0, 1), for the jitter. */
  random?(): number
}

export const systemClock: Clock = {
  now: () => Date.now(),
  sleep: (ms, signal) => sleep(ms, undefined, { signal }),
  random: () => Math.random(),
}
