/** The number of calls that may leave in a window, and its length. */
export interface RatePlan {
  /**
   * Milliseconds. A window opens with the first call in it, as the counters' windows do. While calls wait, it opens
   * when the last one closes, and its first call may come up to `LATE_MS` after that.
   */
  windowMs: number
  /** Calls in one window. */
  points: number
  /** The calls of a window that may be background calls: the rest is kept for people who wait. */
  backgroundPoints: number
}

/**
 * Calls that wait for a window come a few milliseconds after it could open: a timer is late, and the processes spread.
 * With windows of two thirds of a second, that would cost almost a hundredth of the limit.
 */
export const LATE_MS = 50

/**
 * A minute of the gateway, and half a second more: calls may reach it closer together than they
 * left, and the clocks of the instances may differ.
 */
const SPAN_MS = 60_000 + 500 + LATE_MS

/** More windows win nothing, and would only make every process ask the counters more often. */
const MOST_WINDOWS = 300

/** A call that misses its window must get into the next one: its caller waits for 10 s at most. */
const LONGEST_WINDOW_MS = 4000

const BACKGROUND_SHARE = 0.7

/**
 * Paces calls so that no 60 seconds hold more than `perMinute` of them, wherever the gateway's own
 * minute begins. Counting whole minutes would not do: calls at the end of one minute and at the
 * beginning of the next would let twice the limit through within a second.
 *
 * At most `SPAN_MS / windowMs` windows have their first call within a span of `SPAN_MS - LATE_MS`. One more may have
 * had it before the span, so at least that call is past. Hence
 * `points * (windows + 1) - 1 <= perMinute`.
 */
export function planRate(perMinute: number): RatePlan {
  const limit = Math.max(1, Math.floor(perMinute))
  const plans = plansFor(limit)
  for (const atLeast of [5, 4, 3, 2]) {
    const enough = plans.filter(
      (plan) => plan.points >= atLeast && callsPerMinute(plan) >= 0.9 * limit
    )
    const nearlyAll = enough.filter(
      (plan) => callsPerMinute(plan) >= 0.98 * limit
    )
    const best = nearlyAll[0] ?? enough.sort(byCallsPerMinute)[0]
    if (best) {
      return best
    }
  }
  // With one call a window, each window opens with its call, so calls are simply that far apart.
  return planOf(1, SPAN_MS / limit)
}

/** The calls that a plan lets through when there is always one waiting. */
export function callsPerMinute({ points, windowMs }: RatePlan): number {
  return (points * 60_000) / windowMs
}

/** Every plan that keeps the limit, the one with the most calls in a window first. */
function plansFor(limit: number): RatePlan[] {
  return Array.from({ length: MOST_WINDOWS }, (_, at) => {
    const windows = at + 1
    return planOf(Math.floor((limit + 1) / (windows + 1)), SPAN_MS / windows)
  }).filter(
    ({ points, windowMs }) => points > 0 && windowMs <= LONGEST_WINDOW_MS
  )
}

function planOf(points: number, windowMs: number): RatePlan {
  return {
    points,
    backgroundPoints: Math.max(1, Math.floor(points * BACKGROUND_SHARE)),
    windowMs: Math.ceil(windowMs),
  }
}

function byCallsPerMinute(a: RatePlan, b: RatePlan): number {
  return callsPerMinute(b) - callsPerMinute(a)
}
