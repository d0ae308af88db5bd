/** How many calls may leave how often. */
export interface RatePlan {
  /** Milliseconds. A window opens with the first call in it, as the counters' windows do. */
  windowMs: number
  /** Calls in one window. */
  points: number
  /** How many of them background calls may have: the others are kept for people who wait. */
  backgroundPoints: number
}

/**
 * A minute of the gateway's own, and half a second by which calls may reach it closer together than
 * they left, or by which the clocks of the instances may differ.
 */
const SPAN_MS = 60_000 + 500

/** More windows win nothing, and would only make everybody ask the counters more often. */
const MOST_WINDOWS = 300

/** A call that misses its window has to get into the next one: its caller gives up after 10 s. */
const LONGEST_WINDOW_MS = 4000

const BACKGROUND_SHARE = 0.7

/**
 * Paces calls so that no 60 seconds hold more than `perMinute` of them, wherever the gateway's own
 * minute begins. Counting whole minutes would not do: one that is used up at its end, and the next
 * at its beginning, let twice the limit through within a second.
 *
 * A span of `SPAN_MS` meets at most `SPAN_MS / windowMs` windows that open in it, and one that had
 * opened before: of that one at least the first call is past. Hence
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
  // Singly, each the first of its window, calls are simply that far apart.
  return planOf(1, SPAN_MS / limit)
}

/** What a plan lets through when there is always somebody waiting. */
export function callsPerMinute({ points, windowMs }: RatePlan): number {
  return (points * 60_000) / windowMs
}

/** Every plan that keeps the limit, those with the most calls in a window first. */
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
