import { systemClock } from "../../../clock"
import { memoryCounters } from "../counters"
import { LATE_MS, planRate } from "../plan"
import { createTurns, type Turns } from "../turns"

const plan = planRate(1000)
const { points, windowMs } = plan

const openTurns = () =>
  createTurns({
    counters: memoryCounters(),
    plan,
    keyPrefix: "test",
    clock: systemClock,
  })

/** Takes every turn that there is, and comes so many milliseconds late to each window. @returns their times */
async function takeFor(
  turns: Turns,
  windows: number,
  lateMs: number,
  background = false
): Promise<number[]> {
  const since = Date.now()
  const times: number[] = []
  while (Date.now() < since + windows * windowMs) {
    const turn = await turns.take(background)
    if (turn.granted) times.push(Date.now() - since)
    else jest.advanceTimersByTime(turn.waitMs + lateMs)
  }
  return times
}

/** The times at which windows had their first call. */
const firstOf = (times: number[]) => [...new Set(times)]

beforeEach(() => {
  jest.useFakeTimers({ doNotFake: ["nextTick", "queueMicrotask"] })
})
afterEach(() => jest.useRealTimers())

describe("windows that calls wait for", () => {
  it.each([0, 13, LATE_MS])(
    "follow each other without a gap, though their calls come %i ms late",
    async (lateMs) => {
      const times = await takeFor(openTurns(), 100, lateMs)
      expect(times).toHaveLength(100 * points)
      expect(firstOf(times).at(-1)).toBe(99 * windowMs + lateMs)
    }
  )

  it("are as long for the background", async () => {
    const times = await takeFor(openTurns(), 100, 13, true)
    expect(times).toHaveLength(100 * plan.backgroundPoints)
  })

  it("open with their first call when it comes later", async () => {
    const times = await takeFor(openTurns(), 10, LATE_MS + 1)
    expect(firstOf(times)[2]).toBe(2 * (windowMs + LATE_MS + 1))
  })

  it("are no longer or shorter for a process that was not told of the last one's end", async () => {
    const counters = memoryCounters()
    const limiter = await counters.open({ keyPrefix: "test", points, windowMs })
    const shared = { open: async () => limiter, close: async () => {} }
    const [ours, theirs] = [1, 2].map(() =>
      createTurns({
        counters: shared,
        plan,
        keyPrefix: "test",
        clock: systemClock,
      })
    )
    await takeFor(ours!, 1, 13)
    // It opens the next window before those who wait for it.
    jest.advanceTimersByTime(0)
    await expect(theirs!.take(false)).resolves.toEqual({ granted: true })
    const rest = await takeFor(ours!, 1, 13)
    expect(rest.filter((at) => at === 0)).toHaveLength(points - 1)
    expect(rest.filter((at) => at > 0 && at < windowMs)).toEqual([])
  })
})
