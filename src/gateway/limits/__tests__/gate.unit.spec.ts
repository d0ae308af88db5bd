import { passGate, type Breaker, type RateBudget } from "../gate"

const departure = { rank: "background", deadline: 0 } as const

/** Each request waits for its turn. */
const budget = { take: async () => true } as unknown as RateBudget

/** Answers each `enter` with the next of these. */
const breakerOf = (...probes: boolean[]): Breaker => ({
  enter: async () => ({
    isProbe: probes.shift()!,
    arrive: async () => undefined,
  }),
})

it("asks the breaker again after a wait, for an outage may have begun", async () => {
  const { isProbe } = await passGate(
    { breaker: breakerOf(false, true), budget },
    departure
  )
  expect(isProbe).toBe(true)
})

it("does not ask for a probe again, which would stand in its own way", async () => {
  const { isProbe } = await passGate(
    { breaker: breakerOf(true, false), budget },
    departure
  )
  expect(isProbe).toBe(true)
})
