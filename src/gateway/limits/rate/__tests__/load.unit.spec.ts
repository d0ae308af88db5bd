import type { RateLimiterAbstract } from "rate-limiter-flexible"

import { RateLimit } from "../../../../sandbox/state/rate-limit"
import { systemClock, type Clock } from "../../../clock"
import type { One2PaysError } from "../../../errors"
import type { CallRank } from "../../../call-options"
import { createRateBudget } from "../budget"
import { memoryCounters, type RateCounters } from "../counters"
import { callsPerMinute, planRate } from "../plan"
import { numbersFrom } from "../../../__tests__/numbers-from"

const LIMIT = 1000
const INSTANCES = 2
const MINUTE_MS = 60_000
const LOAD_MS = 61_500
/** The default of a client. */
const TIMEOUT_MS = 10_000

type OfferedRank = Exclude<CallRank, "payout">

/** Calls per instance and second: ten times the limit in all. */
const OFFERED: Record<OfferedRank, number> = {
  checkout: 1,
  webhook: 4,
  background: 79,
}

/** The longest way to and from the counters, and to the gateway. Together they are as long as the plan allows. */
const STORE_MS = 10
const GATEWAY_MS = 480

interface RankFigures {
  offered: number
  /** Milliseconds from the offer to the gateway. */
  waits: number[]
  refused: number
}

type Figures = Record<OfferedRank, RankFigures>

const after = (ms: number) =>
  new Promise<void>((resolve) => {
    setTimeout(resolve, ms)
  })

/** Counters that several instances share, each over a connection of its own. */
function sharedCounters(random: () => number): RateCounters {
  const memory = memoryCounters()
  const opened = new Map<number, Promise<RateLimiterAbstract>>()
  return {
    open: async (options) => {
      const limiter = opened.get(options.points) ?? memory.open(options)
      opened.set(options.points, limiter)
      const { consume } = await limiter
      return Object.assign(
        Object.create(await limiter) as RateLimiterAbstract,
        {
          async consume(
            this: RateLimiterAbstract,
            ...asked: Parameters<RateLimiterAbstract["consume"]>
          ) {
            await after(random() * STORE_MS)
            try {
              return await consume.apply(this, asked)
            } finally {
              await after(random() * STORE_MS)
            }
          },
        }
      )
    },
    close: async () => {},
  }
}

/** Two instances offer a gateway far more than it takes, for a minute of simulated time. */
async function simulate(seed: number) {
  const random = numbersFrom(seed)
  const clock: Clock = {
    ...systemClock,
    sleep: (ms, signal) =>
      new Promise((resolve, reject) => {
        const timer = setTimeout(resolve, ms)
        signal?.addEventListener("abort", () => {
          clearTimeout(timer)
          reject(signal.reason as Error)
        })
      }),
    random,
  }
  const gateway = new RateLimit(clock, LIMIT)
  const departures: number[] = []
  const arrivals: number[] = []
  const problems: string[] = []
  const counters = sharedCounters(random)
  const startAt = Date.now()

  const runInstance = async (): Promise<Figures> => {
    const budget = createRateBudget({
      perMinute: LIMIT,
      apiKey: "pk_test_1",
      counters,
      clock,
      logger: {
        debug: () => {},
        warn: (line) => problems.push(line),
        error: (line) => problems.push(line),
      },
    })
    const offer = async (rank: OfferedRank, figures: RankFigures) => {
      const since = Date.now()
      figures.offered += 1
      try {
        await budget.take({ rank, deadline: since + TIMEOUT_MS })
      } catch (error) {
        if ((error as One2PaysError).code !== "RATE_LIMIT_EXCEEDED") throw error
        figures.refused += 1
        return
      }
      departures.push(Date.now() - startAt)
      await after(random() * GATEWAY_MS)
      arrivals.push(Date.now())
      figures.waits.push(Date.now() - since)
      gateway.count()
    }
    const offering = async (rank: OfferedRank): Promise<RankFigures> => {
      const figures = { offered: 0, waits: [], refused: 0 }
      const offers: Promise<unknown>[] = []
      const everyMs = 1000 / OFFERED[rank]
      for (let at = 0; at < LOAD_MS; at += everyMs) {
        await after(Math.max(0, startAt + at - Date.now()))
        offers.push(
          offer(rank, figures).catch((error: unknown) =>
            problems.push(String(error))
          )
        )
      }
      await Promise.all(offers)
      return figures
    }
    const [checkout, webhook, background] = await Promise.all([
      offering("checkout"),
      offering("webhook"),
      offering("background"),
    ])
    return { checkout, webhook, background }
  }

  const running = Promise.all(Array.from({ length: INSTANCES }, runInstance))
  while (jest.getTimerCount() > 0) {
    jest.advanceTimersToNextTimer()
    // Lets the code that waits for that timer go on.
    await new Promise(setImmediate)
  }
  const instances = await running
  return { instances, departures, arrivals, problems }
}

describe.each([1, 2, 3])(
  "a minute of ten times the limit, offered by two instances (%i)",
  (seed) => {
    let outcome: Awaited<ReturnType<typeof simulate>>

    beforeAll(async () => {
      jest.useFakeTimers({
        doNotFake: ["nextTick", "queueMicrotask", "setImmediate"],
      })
      outcome = await simulate(seed)
    })
    afterAll(() => jest.useRealTimers())

    const figuresOf = (rank: OfferedRank) =>
      outcome.instances.map((ranks) => ranks[rank])
    const sum = (numbers: number[]) =>
      numbers.reduce((total, number) => total + number, 0)
    const refused = (rank: OfferedRank) =>
      sum(figuresOf(rank).map((figures) => figures.refused))

    it("the gateway never has to say 429, and nothing else goes wrong", () => {
      const offered = outcome.instances.flatMap((ranks) =>
        Object.values(ranks).map((figures) => figures.offered)
      )
      expect(sum(offered)).toBeGreaterThan(10 * LIMIT)
      expect(outcome.problems).toEqual([])
    })

    it("no 60 seconds at the gateway hold more than the limit", () => {
      const { arrivals } = outcome
      const most = Math.max(
        ...arrivals.map(
          (start) =>
            arrivals.filter((at) => at >= start && at < start + MINUTE_MS)
              .length
        )
      )
      expect(most).toBeLessThanOrEqual(LIMIT)
      // Calling less than the limit allows would be no merit.
      expect(most).toBeGreaterThanOrEqual(
        0.95 * callsPerMinute(planRate(LIMIT))
      )
    })

    it("windows follow each other with hardly a gap", () => {
      // Later, when only the background is left, it gets no more than its share.
      const times = outcome.departures.filter((ms) => ms < LOAD_MS)
      const perMinute =
        ((times.length - 1) * MINUTE_MS) / (times.at(-1)! - times[0]!)
      // Of a window of 673 ms, the way from the counters takes one or two.
      expect(perMinute).toBeGreaterThanOrEqual(
        0.997 * callsPerMinute(planRate(LIMIT))
      )
    })

    it("customers do not notice", () => {
      expect(refused("checkout")).toBe(0)
      const waits = figuresOf("checkout")
        .flatMap((figures) => figures.waits)
        .sort((a, b) => a - b)
      expect(waits).toHaveLength(
        sum(figuresOf("checkout").map(({ offered }) => offered))
      )
      expect(waits[Math.floor(waits.length * 0.95)]).toBeLessThan(1500)
      expect(waits.at(-1)).toBeLessThan(3000)
    })

    it("webhooks are checked too", () => {
      expect(refused("webhook")).toBe(0)
    })

    it("the background of each instance gets what is left", () => {
      const ofMinute = outcome.arrivals.length
      const served = figuresOf("background").map(({ waits }) => waits.length)
      expect(sum(served)).toBeLessThanOrEqual(0.72 * ofMinute)
      expect(sum(served)).toBeGreaterThan(0.35 * ofMinute)
      expect(Math.min(...served)).toBeGreaterThan(0.1 * ofMinute)
    })
  }
)
