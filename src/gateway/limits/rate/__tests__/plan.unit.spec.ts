import { callsPerMinute, LATE_MS, planRate, type RatePlan } from "../plan"
import { numbersFrom } from "../../../__tests__/numbers-from"

const LIMITS = [
  ...Array.from({ length: 40 }, (_, at) => at + 1),
  ...[47, 60, 61, 99, 100, 101, 250, 500, 997, 1000, 1001, 5000, 20_000],
]
const JITTER_MS = 500
const MINUTE_MS = 60_000

/** Arrival times of calls that leave as fast and as unevenly as the plan lets them. */
function arrivals({ points, windowMs }: RatePlan, seed: number): number[] {
  const random = numbersFrom(seed)
  const lateShare = random()
  const idleShare = random() * random()
  const bunchingEndsAt = random() * 3 * MINUTE_MS
  const times: number[] = []
  let opensAt = 0
  while (opensAt < Math.max(3 * MINUTE_MS, 3 * windowMs)) {
    // A window that calls wait for may open before the first of them comes.
    const first = random() * LATE_MS
    for (let call = 0; call < points; call++) {
      const late = random() < lateShare
      const sinceFirst = windowMs - 1 - first
      const leaves =
        opensAt +
        first +
        (call === 0 ? 0 : late ? sinceFirst : random() * sinceFirst)
      // The worst case: the call that left first is delayed most.
      const delay =
        leaves < bunchingEndsAt ? JITTER_MS : random() < 0.5 ? 0 : random() * 50
      times.push(leaves + delay)
    }
    opensAt += windowMs + (random() < idleShare ? random() * windowMs : 0)
  }
  return times.sort((a, b) => a - b)
}

/** The most calls in any 60 s, wherever they begin. */
function mostInAMinute(times: number[]): number {
  let most = 0
  let first = 0
  times.forEach((time, at) => {
    while (time - times[first]! >= MINUTE_MS) {
      first += 1
    }
    most = Math.max(most, at - first + 1)
  })
  return most
}

describe("a rate plan", () => {
  it.each(LIMITS)(
    "never lets more than %i through in any 60 s, however calls come",
    (limit) => {
      const plan = planRate(limit)
      const seeds = limit > 1000 ? 5 : 25
      for (let seed = 1; seed <= seeds; seed++) {
        const most = mostInAMinute(arrivals(plan, seed * 7919 + limit))
        expect({ seed, within: most <= limit, most }).toEqual({
          seed,
          within: true,
          most,
        })
      }
    }
  )

  it.each(LIMITS)("uses most of %i", (limit) => {
    const used = callsPerMinute(planRate(limit)) / limit
    expect(used).toBeGreaterThanOrEqual(0.9)
    expect(used).toBeLessThanOrEqual(1)
  })

  it("counts many calls in short windows where the limit is high", () => {
    expect(planRate(1000)).toEqual({
      points: 11,
      backgroundPoints: 7,
      windowMs: 673,
    })
    expect(planRate(100)).toEqual({
      points: 5,
      backgroundPoints: 3,
      windowMs: 3187,
    })
  })

  it("spaces single calls where it is low", () => {
    expect(planRate(1)).toMatchObject({ points: 1, windowMs: 60_550 })
    expect(planRate(2)).toMatchObject({ points: 1, windowMs: 30_275 })
    expect(planRate(0.5)).toEqual(planRate(1))
  })

  it("leaves the background at most 70 %, and at least one call", () => {
    for (const limit of LIMITS) {
      const { points, backgroundPoints } = planRate(limit)
      expect(backgroundPoints).toBeGreaterThanOrEqual(1)
      expect(backgroundPoints).toBeLessThanOrEqual(Math.max(1, points * 0.7))
    }
  })
})
