import { systemClock, type Clock } from "../../clock"
import { One2PaysError, type One2PaysErrorFields } from "../../errors"
import type { CallRank } from "../../call-options"
import {
  createMaintenance,
  type MaintenanceState,
  type MaintenanceStore,
} from "../maintenance"

const START = Date.UTC(2026, 0, 1)

/** Stands for the PostgreSQL that the instances of a shop share. */
class SharedState implements MaintenanceStore {
  state: MaintenanceState | null = null

  async read() {
    return this.state
  }

  async begin(state: MaintenanceState) {
    const begins = this.state === null
    this.state ??= state
    return begins
  }

  async advance(seen: MaintenanceState, next: MaintenanceState) {
    const wins =
      this.state?.startedAt === seen.startedAt &&
      this.state.probes === seen.probes
    if (wins) {
      this.state = next
    }
    return wins
  }

  async end(startedAt: number) {
    const ends = this.state?.startedAt === startedAt
    if (ends) {
      this.state = null
    }
    return ends
  }
}

/** Two instances of a shop that share a state and a clock. */
function shop() {
  const store = new SharedState()
  let now = START
  const clock: Clock = { ...systemClock, now: () => now }
  const events: string[] = []
  const instance = () =>
    createMaintenance({
      store,
      clock,
      onStarted: () => void events.push("started"),
      onEnded: () => void events.push("ended"),
    })
  const [one, two] = [instance(), instance()]
  const enter = (rank: CallRank = "background", from = one) =>
    from.enter({ rank, deadline: now + 10_000 })
  return {
    one,
    two,
    events,
    enter,
    pass(seconds: number) {
      now += seconds * 1000
    },
    /** Whether a call may leave now. The gateway answers it `MAINTENANCE_MODE` again. */
    async isLetThrough(rank?: CallRank) {
      try {
        await (
          await enter(rank)
        )(maintenance())
        return true
      } catch (error) {
        expect(error).toMatchObject({
          code: "MAINTENANCE_MODE",
          outcome: "not_sent",
          retryable: false,
        })
        return false
      }
    },
  }
}

const failure = (fields: One2PaysErrorFields) => new One2PaysError(fields)
const maintenance = () => failure({ code: "MAINTENANCE_MODE", status: 503 })

describe("createMaintenance", () => {
  it("lets everything through while there is none", async () => {
    const { enter, events } = shop()
    for (let i = 0; i < 3; i++) {
      await (
        await enter("checkout")
      )(undefined)
    }
    expect(events).toEqual([])
  })

  it("stops all calls of all instances at the first answer", async () => {
    const { enter, two } = shop()
    await (
      await enter("checkout")
    )(maintenance())
    await expect(enter("checkout")).rejects.toMatchObject({
      code: "MAINTENANCE_MODE",
      outcome: "not_sent",
      retryAfterMs: 30_000,
    })
    await expect(enter("webhook", two)).rejects.toMatchObject({
      code: "MAINTENANCE_MODE",
    })
  })

  it("says once that it began, though many calls are answered so", async () => {
    const { enter, two, events } = shop()
    const arrivals = [await enter(), await enter(), await enter("webhook", two)]
    await Promise.all(arrivals.map((arrive) => arrive(maintenance())))
    expect(events).toEqual(["started"])
  })

  it("probes after 30 s, 60 s, 2 min, 4 min, and then every 5 min", async () => {
    const { enter, pass, isLetThrough } = shop()
    await (
      await enter()
    )(maintenance())
    for (const wait of [30, 60, 120, 240, 300, 300]) {
      pass(wait - 1)
      expect(await isLetThrough()).toBe(false)
      pass(1)
      expect(await isLetThrough()).toBe(true)
    }
  })

  it("lets one of two instances probe", async () => {
    const { enter, two, pass } = shop()
    await (
      await enter()
    )(maintenance())
    pass(30)
    const results = await Promise.allSettled([
      enter("background"),
      enter("background", two),
    ])
    expect(results.map(({ status }) => status).sort()).toEqual([
      "fulfilled",
      "rejected",
    ])
  })

  it("leaves the probing to the jobs, and lets a customer probe only when none has for a minute", async () => {
    const { enter, pass, isLetThrough } = shop()
    await (
      await enter()
    )(maintenance())
    pass(89)
    expect(await isLetThrough("checkout")).toBe(false)
    expect(await isLetThrough("webhook")).toBe(false)
    pass(1)
    expect(await isLetThrough("checkout")).toBe(true)
  })

  it.each<[string, One2PaysError | undefined]>([
    ["succeeds", undefined],
    [
      "is refused by the API itself",
      failure({ code: "RESOURCE_NOT_FOUND", status: 404 }),
    ],
    [
      "is refused for its content",
      failure({ code: "VALIDATION_ERROR", status: 400 }),
    ],
  ])("ends when the probe %s, and says so once", async (_, answer) => {
    const { enter, events, pass } = shop()
    await (
      await enter()
    )(maintenance())
    pass(30)
    const arrive = await enter()
    await arrive(answer)
    await arrive(answer)
    expect(events).toEqual(["started", "ended"])
    await expect(enter("checkout")).resolves.toBeInstanceOf(Function)
  })

  it.each<[string, One2PaysErrorFields]>([
    ["a timeout", { code: "TIMEOUT" }],
    ["a refused connection", { code: "NETWORK_ERROR" }],
    ["a proxy's 502", { code: "HTTP_ERROR", status: 502 }],
    ["a 429", { code: "RATE_LIMIT_EXCEEDED", status: 429 }],
    ["a 401", { code: "INVALID_CREDENTIALS", status: 401 }],
    ["a 403", { code: "FORBIDDEN", status: 403 }],
  ])("goes on when the probe meets %s", async (_, fields) => {
    const { enter, events, pass } = shop()
    await (
      await enter()
    )(maintenance())
    pass(30)
    await (
      await enter()
    )(failure(fields))
    expect(events).toEqual(["started"])
    await expect(enter()).rejects.toMatchObject({ code: "MAINTENANCE_MODE" })
  })

  it("is not ended by the late success of a call that left before it began", async () => {
    const { enter, events } = shop()
    const early = await enter()
    await (
      await enter()
    )(maintenance())
    await early(undefined)
    expect(events).toEqual(["started"])
  })

  it("is said anew when it comes back", async () => {
    const { enter, events, pass } = shop()
    await (
      await enter()
    )(maintenance())
    pass(30)
    await (
      await enter()
    )(undefined)
    pass(5)
    await (
      await enter()
    )(maintenance())
    expect(events).toEqual(["started", "ended", "started"])
  })
})
