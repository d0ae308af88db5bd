import { systemClock, type Clock } from "../../clock"
import { One2PaysError, type One2PaysErrorFields } from "../../errors"
import type { CallRank } from "../../call-options"
import { createBreaker, type Outage, type OutageStore } from "../breaker"

const START = Date.UTC(2026, 0, 1)
const TIMEOUT_MS = 10_000

/** Stands for the PostgreSQL that the instances of a shop share. */
class SharedState implements OutageStore {
  state: Outage | null = null

  async read() {
    return this.state
  }

  async begin(outage: Outage) {
    const begins =
      this.state === null ||
      (this.state.reason === "silence" && outage.reason === "maintenance")
    if (begins) {
      this.state = outage
    }
    return begins
  }

  async advance(seen: Outage, next: Outage) {
    const wins =
      this.state?.startedAt === seen.startedAt &&
      this.state.probes === seen.probes
    if (wins) {
      this.state = next
    }
    return wins
  }

  async end({ reason, startedAt }: Outage) {
    const ends =
      this.state?.startedAt === startedAt && this.state.reason === reason
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
    createBreaker({
      store,
      clock,
      timeoutMs: TIMEOUT_MS,
      onStarted: ({ reason }) => void events.push(`${reason} started`),
      onEnded: ({ reason }) => void events.push(`${reason} ended`),
    })
  const [one, two] = [instance(), instance()]
  const enter = async (rank: CallRank = "background", from = one) =>
    (await from.enter({ rank, deadline: now + TIMEOUT_MS })).arrive
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

describe("the breaker in maintenance", () => {
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
    expect(events).toEqual(["maintenance started"])
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
    expect(events).toEqual(["maintenance started", "maintenance ended"])
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
    expect(events).toEqual(["maintenance started"])
    await expect(enter()).rejects.toMatchObject({ code: "MAINTENANCE_MODE" })
  })

  it("is not ended by the late success of a call that left before it began", async () => {
    const { enter, events } = shop()
    const early = await enter()
    await (
      await enter()
    )(maintenance())
    await early(undefined)
    expect(events).toEqual(["maintenance started"])
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
    expect(events).toEqual([
      "maintenance started",
      "maintenance ended",
      "maintenance started",
    ])
  })
})

describe("the breaker and a silent gateway", () => {
  const timeout = () => failure({ code: "TIMEOUT" })
  const refused = { code: "GATEWAY_SILENT", outcome: "not_sent" }

  /** A call that leaves now, and ends after so many seconds. */
  async function call(
    { enter, pass }: ReturnType<typeof shop>,
    seconds: number,
    error?: One2PaysError,
    ...from: Parameters<ReturnType<typeof shop>["enter"]>
  ) {
    const arrive = await enter(...from)
    pass(seconds)
    await arrive(error)
  }

  /** A shop whose gateway left a customer without an answer, and the customer's question after it, too. */
  async function silentShop() {
    const its = shop()
    await call(its, 10, timeout(), "checkout")
    await call(its, 5, timeout(), "checkout")
    return its
  }

  it("stops all calls of all instances after a customer's call without an answer", async () => {
    const { enter, two, events } = await silentShop()
    await expect(enter("checkout", two)).rejects.toMatchObject({
      ...refused,
      retryable: false,
      retryAfterMs: 5_000,
    })
    await expect(enter("webhook", two)).rejects.toMatchObject(refused)
    expect(events).toEqual(["silence started"])
  })

  it("lets the question after the lost call through at once, and goes on when that one is answered", async () => {
    const its = shop()
    await call(its, 10, timeout(), "checkout")
    await call(its, 1, undefined, "checkout")
    expect(its.events).toEqual(["silence started", "silence ended"])
    await call(its, 1, undefined, "checkout", its.two)
  })

  it("lets one of two instances ask that first question", async () => {
    const { one, two, ...its } = shop()
    await call({ one, two, ...its }, 10, timeout(), "checkout")
    const asked = await Promise.allSettled([
      its.enter("checkout", one),
      its.enter("checkout", two),
    ])
    expect(asked.map(({ status }) => status)).toEqual(["fulfilled", "rejected"])
  })

  it("probes every 10 s, one call after the other, of any kind but a customer's", async () => {
    const { enter, pass, two } = await silentShop()
    for (const rank of ["background", "webhook", "payout"] as const) {
      pass(10)
      await expect(enter("checkout", two)).rejects.toMatchObject(refused)
      await enter(rank)
      await expect(enter(rank, two)).rejects.toMatchObject(refused)
    }
  })

  it("begins no probe while another one may still be answered", async () => {
    const { one, pass, enter } = await silentShop()
    pass(10)
    await one.enter({ rank: "payout", deadline: START + 25_000 + 30_000 })
    pass(29)
    await expect(enter()).rejects.toMatchObject(refused)
    pass(1)
    await enter()
  })

  it.each<[string, One2PaysError | undefined]>([
    ["answered", undefined],
    ["refused", failure({ code: "RESOURCE_NOT_FOUND", status: 404 })],
    ["refused by a proxy", failure({ code: "HTTP_ERROR", status: 502 })],
    ["cut off at once", failure({ code: "NETWORK_ERROR" })],
  ])("ends when a probe is %s", async (_, answer) => {
    const its = await silentShop()
    its.pass(10)
    await call(its, 4, answer)
    expect(its.events).toEqual(["silence started", "silence ended"])
    await call(its, 1, undefined, "checkout", its.two)
  })

  it.each<[string, number, One2PaysErrorFields]>([
    ["a timeout", 10, { code: "TIMEOUT" }],
    ["the timeout of a shorter try", 4, { code: "TIMEOUT" }],
    ["a stop of the process", 1, { code: "ABORTED" }],
    ["a proxy's late 504", 9, { code: "HTTP_ERROR", status: 504 }],
  ])("goes on when a probe meets %s", async (_, seconds, fields) => {
    const its = await silentShop()
    its.pass(10)
    await call(its, seconds, failure(fields))
    await expect(its.enter("checkout")).rejects.toMatchObject(refused)
    expect(its.events).toEqual(["silence started"])
  })

  it("becomes a maintenance when a probe is told of one", async () => {
    const its = await silentShop()
    its.pass(10)
    await call(its, 1, maintenance())
    await expect(its.enter("checkout")).rejects.toMatchObject({
      code: "MAINTENANCE_MODE",
    })
    expect(its.events).toEqual(["silence started", "maintenance started"])
  })

  it.each<[string, CallRank, number, One2PaysError | undefined]>([
    ["answers late", "checkout", 9, undefined],
    [
      "refuses late",
      "checkout",
      9,
      failure({ code: "INVALID_AMOUNT", status: 400 }),
    ],
    ["keeps a shorter try waiting", "checkout", 5, timeout()],
    ["keeps a call waiting that waited for its turn", "checkout", 0, timeout()],
    ["keeps a job waiting", "background", 10, timeout()],
    [
      "refuses the connection",
      "checkout",
      0,
      failure({ code: "NETWORK_ERROR" }),
    ],
    [
      "is not waited for by a process that stops",
      "checkout",
      9,
      failure({ code: "ABORTED" }),
    ],
  ])("does not cut off a gateway that %s", async (_, rank, seconds, error) => {
    const its = shop()
    await call(its, seconds, error, rank)
    expect(its.events).toEqual([])
  })

  it("is told by a call that left in the moment of the last answer", async () => {
    const its = shop()
    await call(its, 0, undefined)
    await call(its, 10, timeout(), "checkout")
    expect(its.events).toEqual(["silence started"])
  })

  it("does not begin anew for a call from before, once a probe was answered", async () => {
    const its = shop()
    const arrive = await its.enter("checkout")
    its.pass(1)
    await call(its, 10, timeout(), "checkout")
    await call(its, 1, undefined, "checkout")
    expect(its.events).toEqual(["silence started", "silence ended"])
    await arrive(timeout())
    expect(its.events).toEqual(["silence started", "silence ended"])
  })

  it("does not cut off a gateway that answered another call meanwhile", async () => {
    const its = shop()
    const arrive = await its.enter("checkout")
    its.pass(5)
    await call(its, 4, undefined)
    its.pass(1)
    await arrive(timeout())
    expect(its.events).toEqual([])
  })
})
