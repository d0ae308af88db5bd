import { RateLimiterRes, type RateLimiterAbstract } from "rate-limiter-flexible"

import type { Clock } from "../../clock"
import type { RateCounters } from "./counters"
import { callsPerMinute, LATE_MS, type RatePlan } from "./plan"

export type Turn =
  | { granted: true }
  /** All calls or only background calls must wait so many milliseconds. */
  | { granted: false; closedFor: "everybody" | "background"; waitMs: number }

/** Turns to call the gateway, for all processes that share the counters. */
export interface Turns {
  take(background: boolean): Promise<Turn>
  /** Stops all turns for so many milliseconds. A longer pause under way stays. */
  pause(ms: number): Promise<void>
  /** The turns that the next minute may have. */
  left(): Promise<number>
  close(): Promise<void>
}

interface TurnsOptions {
  counters: RateCounters
  plan: RatePlan
  keyPrefix: string
  clock: Clock
}

export const LONGEST_PAUSE_MS = 60_000

const CALLS = "calls"
const BACKGROUND = "background"
const GRANTED: Turn = { granted: true }

export function createTurns({
  counters,
  plan,
  keyPrefix,
  clock,
}: TurnsOptions): Turns {
  const { windowMs, points, backgroundPoints } = plan
  const everybody = lazily(() => counters.open({ keyPrefix, points, windowMs }))
  const background = lazily(() =>
    counters.open({ keyPrefix, points: backgroundPoints, windowMs })
  )
  const consume = consumer(windowMs, clock)
  // A point of the background's that brought no turn: the next background call uses it up.
  let hasShare = false

  return {
    async take(isBackground) {
      if (isBackground && !hasShare) {
        // First, because the counter also counts a refusal, which must not count against people who wait.
        const wait = await consume(await background(), BACKGROUND)
        if (wait > 0) {
          return { granted: false, closedFor: "background", waitMs: wait }
        }
        hasShare = true
      }
      const wait = await consume(await everybody(), CALLS)
      if (wait > 0) {
        return { granted: false, closedFor: "everybody", waitMs: wait }
      }
      if (isBackground) {
        hasShare = false
      }
      return GRANTED
    },

    async pause(ms) {
      const limiter = await everybody()
      const { consumed, closesIn } = await read(limiter, windowMs)
      if (consumed > points && closesIn >= ms) {
        return
      }
      // Redis blocks for whole seconds, and for ever when told zero. A block shorter than the window
      // would let the next window begin too early.
      await limiter.block(CALLS, Math.ceil(Math.max(ms, closesIn, 1) / 1000))
    },

    async left() {
      const { consumed, closesIn } = await read(await everybody(), windowMs)
      const now = Math.max(points - consumed, 0)
      const later = Math.floor((60_000 - closesIn) / windowMs) * points
      return Math.min(
        now + Math.max(later, 0),
        Math.floor(callsPerMinute(plan))
      )
    },

    close: () => counters.close(),
  }
}

/** The open window; without one, nothing is consumed. */
async function read(limiter: RateLimiterAbstract, windowMs: number) {
  const window = await limiter.get(CALLS)
  const closesIn = Math.max(window?.msBeforeNext ?? 0, 0)
  checkClocks(closesIn, windowMs)
  return { consumed: window?.consumedPoints ?? 0, closesIn }
}

/** Takes points of windows that follow each other without a gap while calls wait. */
function consumer(windowMs: number, clock: Clock) {
  /** The end of the window that had no point left, by the counter's key. */
  const closesAt = new Map<string, number>()

  /**
   * @returns the milliseconds to wait for the next window, 0 when the call may leave
   * @throws Error when the store fails
   */
  return async (limiter: RateLimiterAbstract, key: string): Promise<number> => {
    const lateMs = clock.now() - (closesAt.get(key) ?? -Infinity)
    const startedMs = lateMs > 0 && lateMs <= LATE_MS ? lateMs : 0
    try {
      // Only the first call of a window decides how long it lasts.
      await limiter.consume(key, 1, {
        customDuration: (windowMs - startedMs) / 1000,
      })
      return 0
    } catch (refusal) {
      if (!(refusal instanceof RateLimiterRes)) {
        throw refusal
      }
      checkClocks(refusal.msBeforeNext, windowMs)
      const waitMs = Math.max(refusal.msBeforeNext, 1)
      closesAt.set(key, clock.now() + waitMs)
      return waitMs
    }
  }
}

/**
 * PostgreSQL's windows end by the clocks of the instances: an instance whose clock is an hour ahead
 * would stop all the others for that hour.
 */
function checkClocks(closesInMs: number, windowMs: number): void {
  if (closesInMs > LONGEST_PAUSE_MS + windowMs + 1000) {
    throw new Error(
      `its window would end in ${Math.round(closesInMs / 1000)} s: the clocks of the instances differ`
    )
  }
}

/** Opens at the first use. When that fails, the next use tries again. */
function lazily<T>(open: () => Promise<T>): () => Promise<T> {
  let opened: Promise<T> | undefined
  return () => {
    opened ??= open().catch((error: unknown) => {
      opened = undefined
      throw error
    })
    return opened
  }
}
