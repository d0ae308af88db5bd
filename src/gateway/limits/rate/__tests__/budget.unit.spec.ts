import type { RateLimiterAbstract } from "rate-limiter-flexible"

import { systemClock, type Clock } from "../../../clock"
import type { CallRank } from "../../../call-options"
import { createRateBudget } from "../budget"
import { memoryCounters, type RateCounters } from "../counters"
import { planRate } from "../plan"

const LIMIT = 100
const { points, backgroundPoints, windowMs } = planRate(LIMIT)

/** Follows jest's time, as the counters do. */
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
  random: () => 0,
}

/** Counters in memory that a test can take away, and that tell how often they were asked. */
function countersToBreak() {
  const memory = memoryCounters()
  const state = { mode: "up" as "up" | "down" | "silent", asked: 0, opened: 0 }
  let shared: (Promise<RateLimiterAbstract> | undefined)[] = []
  const guarded = (limiter: RateLimiterAbstract) => {
    const guard =
      (method: "consume" | "get" | "block") =>
      async (...args: [string, never]) => {
        state.asked += 1
        if (state.mode === "down") {
          throw new Error("connection refused")
        }
        if (state.mode === "silent") {
          await new Promise(() => {})
        }
        return limiter[method](...args)
      }
    return {
      consume: guard("consume"),
      get: guard("get"),
      block: guard("block"),
    } as unknown as RateLimiterAbstract
  }
  const counters: RateCounters = {
    // All who open the same counter share it, as in a database.
    open: async (options) => {
      const at = options.points === backgroundPoints ? 1 : 0
      shared[at] ??= memory.open(options)
      return guarded(await shared[at])
    },
    close: async () => {
      state.opened = -1
      shared = []
    },
  }
  return { counters, state }
}

function budgetWith(counters: RateCounters = memoryCounters()) {
  const warnings: string[] = []
  const budget = createRateBudget({
    perMinute: LIMIT,
    apiKey: "pk_test_1",
    counters,
    clock,
    logger: {
      debug: () => {},
      error: () => {},
      warn: (line) => warnings.push(line),
    },
  })
  const served: string[] = []
  const take = (
    rank: CallRank = "checkout",
    {
      name = rank,
      forMs = 60_000,
      signal,
    }: { name?: string; forMs?: number; signal?: AbortSignal } = {}
  ) => {
    const turn = budget.take({ rank, deadline: Date.now() + forMs, signal })
    turn.then(
      () => served.push(name),
      () => {}
    )
    return turn
  }
  const takeAll = async (rank: CallRank = "checkout") => {
    for (let turn = 0; turn < points; turn++) {
      await take(rank)
    }
    served.length = 0
  }
  return { budget, take, takeAll, served, warnings }
}

const settle = () => jest.advanceTimersByTimeAsync(0)
const nextWindow = () => jest.advanceTimersByTimeAsync(windowMs)

beforeEach(() => {
  jest.useFakeTimers({ doNotFake: ["nextTick", "queueMicrotask"] })
})
afterEach(() => jest.useRealTimers())

describe("an idle budget", () => {
  it("lets a call leave at once, with one question to the counters", async () => {
    const { counters, state } = countersToBreak()
    const { take } = budgetWith(counters)
    await expect(take("checkout")).resolves.toBe(false)
    expect(state.asked).toBe(1)
    await expect(take("webhook")).resolves.toBe(false)
    expect(state.asked).toBe(2)
    await expect(take("background")).resolves.toBe(false)
    expect(state.asked).toBe(4)
  })

  it("keeps no timer", async () => {
    const { counters } = countersToBreak()
    const { take } = budgetWith(counters)
    const before = jest.getTimerCount()
    await take()
    // The counter's own, for the end of its window.
    expect(jest.getTimerCount()).toBeLessThanOrEqual(before + 1)
  })
})

describe("a used-up window", () => {
  it("makes calls wait for the next one, and says that they waited", async () => {
    const { take, takeAll, served } = budgetWith()
    await takeAll()
    const turn = take()
    await jest.advanceTimersByTimeAsync(windowMs - 2)
    expect(served).toEqual([])
    await jest.advanceTimersByTimeAsync(3)
    await expect(turn).resolves.toBe(true)
  })

  it("serves who waits by rank, not by arrival", async () => {
    const { take, takeAll, served } = budgetWith()
    await takeAll()
    void take("background")
    void take("webhook")
    void take("checkout")
    await nextWindow()
    expect(served).toEqual(["checkout", "webhook", "background"])
  })

  it("lets no more through than the plan", async () => {
    const { take, served } = budgetWith()
    for (let call = 0; call < 5 * points; call++) {
      void take()
    }
    await settle()
    expect(served).toHaveLength(points)
    await nextWindow()
    expect(served).toHaveLength(2 * points)
  })
})

describe("the background", () => {
  it("gets its share of a window; the rest is kept for others", async () => {
    const { take, served } = budgetWith()
    for (let call = 0; call < 2 * points; call++) {
      void take("background")
    }
    await settle()
    expect(served).toHaveLength(backgroundPoints)
    await expect(take("checkout")).resolves.toBe(true)
    expect(served).toHaveLength(backgroundPoints + 1)
  })

  it("loses none of its share to a window that others used up", async () => {
    const { take, takeAll, served } = budgetWith()
    await takeAll()
    for (let call = 0; call < points; call++) {
      void take("background")
    }
    await nextWindow()
    expect(served.length).toBeGreaterThanOrEqual(backgroundPoints)
    expect(served.length).toBeLessThanOrEqual(backgroundPoints + 1)
  })

  it("is not starved by customers", async () => {
    const { take, takeAll, served } = budgetWith()
    await takeAll()
    void take("background", { name: "job" })
    await jest.advanceTimersByTimeAsync(1)
    for (let call = 0; call < 6 * points; call++) {
      void take("checkout")
    }
    await nextWindow()
    await nextWindow()
    expect(served).toContain("job")
  })
})

describe("a call without enough time", () => {
  it("is refused at once when its turn would leave less than half for the call", async () => {
    const { take, takeAll } = budgetWith()
    await takeAll()
    void take()
    await settle()
    await expect(
      take("checkout", { forMs: windowMs * 1.9 })
    ).rejects.toMatchObject({
      code: "RATE_LIMIT_EXCEEDED",
      outcome: "not_sent",
      retryable: false,
      retryAfterMs: windowMs,
    })
    void take("checkout", { name: "patient", forMs: windowMs * 2.1 })
    await nextWindow()
  })

  it("is refused for those ahead of it too", async () => {
    const { take, served } = budgetWith()
    const refusals: unknown[] = []
    for (let call = 0; call < 5 * points; call++) {
      take("checkout", { forMs: windowMs * 2.5 }).catch((error: unknown) =>
        refusals.push(error)
      )
    }
    await settle()
    expect(served).toHaveLength(points)
    await nextWindow()
    expect(served).toHaveLength(2 * points)
    expect(refusals).toHaveLength(3 * points)
  })

  it("is refused later, as soon as others have taken its time", async () => {
    const { counters } = countersToBreak()
    const ours = budgetWith(counters)
    const other = budgetWith(counters)
    await other.takeAll()
    const turn = ours.take("checkout", { forMs: windowMs * 3 })
    const refused = expect(turn).rejects.toMatchObject({
      code: "RATE_LIMIT_EXCEEDED",
    })
    await settle()
    // The other instance is quicker at the next window too.
    void other.budget.pause(2 * windowMs)
    await jest.advanceTimersByTimeAsync(windowMs + 10)
    await refused
    expect(ours.served).toEqual([])
  })
})

describe("a call whose caller gives up", () => {
  it("leaves the queue, and takes no turn of the others with it", async () => {
    const { take, takeAll, served } = budgetWith()
    await takeAll()
    const controller = new AbortController()
    const turn = take("checkout", { signal: controller.signal, name: "gone" })
    const aborted = expect(turn).rejects.toMatchObject({
      code: "ABORTED",
      outcome: "not_sent",
    })
    for (let call = 0; call < points; call++) {
      void take("webhook")
    }
    await settle()
    controller.abort()
    await aborted
    await nextWindow()
    expect(served).toHaveLength(points)
  })

  it("leaves even while the counters are being asked", async () => {
    const { take, served } = budgetWith()
    const controller = new AbortController()
    const turn = take("checkout", { signal: controller.signal, name: "gone" })
    void take("webhook")
    controller.abort()
    await expect(turn).rejects.toMatchObject({ code: "ABORTED" })
    await settle()
    expect(served).toEqual(["webhook"])
  })

  it("does not join the queue when it gave up before", async () => {
    const { take } = budgetWith()
    await expect(
      take("checkout", { signal: AbortSignal.abort() })
    ).rejects.toMatchObject({ code: "ABORTED", outcome: "not_sent" })
  })

  it("keeps no timer when it was the last", async () => {
    const { take, takeAll } = budgetWith()
    await takeAll()
    const before = jest.getTimerCount()
    const controller = new AbortController()
    const turn = take("checkout", { signal: controller.signal })
    await settle()
    expect(jest.getTimerCount()).toBe(before + 1)
    controller.abort()
    await expect(turn).rejects.toMatchObject({ code: "ABORTED" })
    await settle()
    expect(jest.getTimerCount()).toBe(before)
  })
})

describe("a pause", () => {
  it("stops every instance", async () => {
    const { counters } = countersToBreak()
    const ours = budgetWith(counters)
    const other = budgetWith(counters)
    await ours.budget.pause(10_000)
    void ours.take()
    void other.take()
    await jest.advanceTimersByTimeAsync(9_990)
    expect([...ours.served, ...other.served]).toEqual([])
    await jest.advanceTimersByTimeAsync(20)
    expect([...ours.served, ...other.served]).toHaveLength(2)
  })

  it("is not shortened by a second one, not even by another instance's", async () => {
    const { counters } = countersToBreak()
    const ours = budgetWith(counters)
    const other = budgetWith(counters)
    const third = budgetWith(counters)
    await ours.budget.pause(20_000)
    await other.budget.pause(1000)
    void third.take()
    await jest.advanceTimersByTimeAsync(19_990)
    expect(third.served).toEqual([])
    await jest.advanceTimersByTimeAsync(20)
    expect(third.served).toHaveLength(1)
  })

  it("lasts a minute at most, and does not shorten the window either", async () => {
    const { budget, take, takeAll, served } = budgetWith()
    await takeAll()
    await budget.pause(1)
    void take()
    await jest.advanceTimersByTimeAsync(windowMs - 10)
    expect(served).toEqual([])
    await jest.advanceTimersByTimeAsync(1010)
    expect(served).toHaveLength(1)
    await budget.pause(3_600_000)
    void take("checkout", { forMs: 200_000 })
    await jest.advanceTimersByTimeAsync(60_010)
    expect(served).toHaveLength(2)
  })

  it("refuses at once who cannot wait for its end", async () => {
    const { budget, take, takeAll } = budgetWith()
    await takeAll()
    const refused = expect(
      take("checkout", { forMs: 10_000 })
    ).rejects.toMatchObject({
      code: "RATE_LIMIT_EXCEEDED",
      retryAfterMs: 30_000,
    })
    await settle()
    await budget.pause(30_000)
    await refused
  })
})

describe("without the shared store", () => {
  it.each(["down", "silent"] as const)(
    "calls go on at a quarter of the limit, said once: %s",
    async (mode) => {
      const { counters, state } = countersToBreak()
      const { take, served, warnings } = budgetWith(counters)
      await take()
      state.mode = mode
      for (let call = 0; call < 40; call++) {
        void take("checkout", { forMs: 10 * 60_000 })
      }
      await jest.advanceTimersByTimeAsync(60_000)
      expect(served.length - 1).toBeLessThanOrEqual(26)
      expect(served.length - 1).toBeGreaterThanOrEqual(22)
      expect(warnings).toEqual([
        expect.stringContaining("keeps to 25 gateway calls a minute"),
      ])
    }
  )

  it("the store is asked again every few seconds, not by every call", async () => {
    const { counters, state } = countersToBreak()
    const { take } = budgetWith(counters)
    state.mode = "down"
    await take()
    state.asked = 0
    for (let second = 0; second < 20; second++) {
      void take("checkout", { forMs: 10 * 60_000 })
      await jest.advanceTimersByTimeAsync(1000)
    }
    expect(state.asked).toBeGreaterThanOrEqual(2)
    expect(state.asked).toBeLessThanOrEqual(4)
  })

  it("its return is said once, and the next outage again", async () => {
    const { counters, state } = countersToBreak()
    const { take, warnings } = budgetWith(counters)
    const callFor = async (seconds: number) => {
      for (let second = 0; second < seconds; second += 3) {
        void take("checkout", { forMs: 10 * 60_000 })
        await jest.advanceTimersByTimeAsync(3000)
      }
    }
    for (let outage = 0; outage < 2; outage++) {
      state.mode = "down"
      await callFor(12)
      state.mode = "up"
      await callFor(12)
    }
    expect(warnings.map((line) => line.includes("answers again"))).toEqual([
      false,
      true,
      false,
      true,
    ])
  })

  it("a window that ends in an hour is taken for a wrong clock", async () => {
    const { counters } = countersToBreak()
    const limiter = await counters.open({
      keyPrefix: "",
      points,
      windowMs,
    })
    const { take, warnings } = budgetWith({
      open: async () =>
        ({
          consume: async () => {
            await limiter.block("calls", 3600)
            return limiter.consume("calls")
          },
          get: (key: string) => limiter.get(key),
        }) as unknown as RateLimiterAbstract,
      close: async () => {},
    })
    await expect(take()).resolves.toBe(false)
    await jest.advanceTimersByTimeAsync(6000)
    await take()
    await settle()
    expect(warnings).toEqual([expect.stringContaining("clocks")])
  })

  it("a clock that is set back stops nobody for longer than a pause", async () => {
    const { take, takeAll, served } = budgetWith()
    await takeAll()
    void take()
    await settle()
    jest.setSystemTime(Date.now() - 3_600_000)
    void take("checkout", { forMs: 10 * 60_000 })
    await jest.advanceTimersByTimeAsync(70_000)
    expect(served).toHaveLength(2)
  })
})

describe("what is left", () => {
  it("is the minute's calls less those that left or wait", async () => {
    const { budget, take, takeAll } = budgetWith()
    const atFirst = await budget.left()
    expect(atFirst).toBeGreaterThan(85)
    expect(atFirst).toBeLessThanOrEqual(LIMIT)
    await takeAll()
    void take()
    await settle()
    expect(await budget.left()).toBeLessThan(atFirst)
    await budget.pause(60_000)
    expect(await budget.left()).toBe(0)
    await budget.close()
  })
})

describe("a closed budget", () => {
  it("does not call the store away that it leaves while somebody waits for it", async () => {
    const { counters, state } = countersToBreak()
    const { budget, take, warnings } = budgetWith(counters)
    await take()
    // The budget closes its connection, and a question under way on it fails.
    const turn = take()
    state.mode = "down"
    await Promise.allSettled([budget.close(), turn])
    await settle()
    expect(warnings).toEqual([])
  })

  it("lets go of everybody who waits, and of nobody more", async () => {
    const { budget, take, takeAll } = budgetWith()
    await takeAll()
    const refused = expect(take()).rejects.toMatchObject({
      code: "ABORTED",
      outcome: "not_sent",
    })
    await settle()
    await budget.close()
    await refused
    await expect(take()).rejects.toMatchObject({ code: "ABORTED" })
  })
})
