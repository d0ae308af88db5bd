import { type ChildProcess, fork, spawn } from "node:child_process"
import { once } from "node:events"
import path from "node:path"

import { knex } from "@medusajs/framework/mikro-orm/knex"

import {
  type CallRank,
  createRateBudget,
  postgresCounters,
  type RateBudget,
  systemClock,
} from "../../src/gateway"
import { planRate } from "../../src/gateway/limits/rate/plan"
import { Migration20261121124500 } from "../../src/modules/one2pays/migrations/Migration20261121124500"
import { type Call, type Sandbox, startSandbox } from "../../src/sandbox"
import { createDatabase, type Database } from "../package/database"
import { freePort } from "../setup/free-port"
import { until } from "../setup/until"
import { connectedRedis } from "./connected-redis"
import type {
  LoadFigures,
  OfferedRank,
  QueueEvent,
  RateLoad,
} from "./rate-load"

const LIMIT = 1000
const { windowMs, points, backgroundPoints } = planRate(LIMIT)
const INSTANCES = 2
/** After so long an outage, the budget looks whether its store is back. */
const ASK_AGAIN_MS = 5000
const PATIENCE_MS = 600_000
/** The background calls of one instance that can get a turn within half of that time, were it alone. */
const CAN_WAIT = backgroundPoints * (Math.floor(PATIENCE_MS / 2 / windowMs) + 1)
const LOAD = {
  perMinute: LIMIT,
  flood: CAN_WAIT + 1000,
  patienceMs: PATIENCE_MS,
  alone: 25,
  rounds: 4,
  webhooksPerRound: 3,
}

interface Outcome {
  sandbox: Sandbox
  startedAt: number
  instances: LoadFigures[]
}

async function underLoad(storeUrl: string): Promise<Outcome> {
  const sandbox = await startSandbox({ rateLimitPerMinute: LIMIT })
  const { apiKey, secretKey, url } = sandbox
  const load: RateLoad = { ...LOAD, baseUrl: url, apiKey, secretKey, storeUrl }
  const processes = await Promise.all(
    Array.from({ length: INSTANCES }, async () => {
      const child = fork(
        path.join(__dirname, "rate-load.ts"),
        [JSON.stringify(load)],
        { execArgv: ["--require", "ts-node/register/transpile-only"] }
      )
      children.push(child)
      await messageOf(child)
      return child
    })
  )
  const startedAt = Date.now()
  const instances = await Promise.all(
    processes.map(async (child) => {
      child.send("go")
      const figures = (await messageOf(child)) as LoadFigures
      child.disconnect()
      return figures
    })
  )
  return { sandbox, startedAt, instances }
}

/** @throws when the process ends instead */
async function messageOf(child: ChildProcess): Promise<unknown> {
  const ended = once(child, "exit").then(([code]) => {
    throw new Error(`an instance ended with ${String(code)}`)
  })
  const [message] = await Promise.race([once(child, "message"), ended])
  return message as unknown
}

const children: ChildProcess[] = []
const loads: Record<string, Promise<Outcome>> = {}
let database: Database

beforeAll(async () => {
  database = await createDatabase(`one2pays_rate_${process.pid}`)
  await migrate(database.url)
  // Both at once: most of it is waiting for windows to open.
  loads.PostgreSQL = underLoad(database.url)
  loads.Redis = underLoad(redisUrl())
  // The caller that awaits it learns of a failure; before that nobody listens.
  Object.values(loads).forEach((load) => load.catch(() => {}))
})

afterAll(async () => {
  children.forEach((child) => child.kill("SIGKILL"))
  for (const load of Object.values(loads)) {
    await load.then(
      ({ sandbox }) => sandbox.close(),
      () => undefined // its tests have told
    )
  }
  await database.drop()
})

async function migrate(url: string): Promise<void> {
  const connection = knex({ client: "pg", connection: url })
  const migration = new Migration20261121124500(
    undefined as never,
    undefined as never
  )
  await migration.up()
  for (const query of migration.getQueries()) {
    await connection.raw(query as string)
  }
  await connection.destroy()
}

function redisUrl(): string {
  const url = process.env.REDIS_URL
  if (!url) {
    throw new Error("REDIS_URL is missing: npm run test:integration sets it")
  }
  return url
}

describe("a Redis that dies in the middle", () => {
  let redis: ChildProcess
  let budget: RateBudget

  const startRedis = async (port: number) => {
    const child = spawn(
      process.env.REDIS_SERVER_PATH ?? "redis-server",
      [
        ...["--port", String(port), "--bind", "127.0.0.1"],
        ...["--requirepass", "secret", "--save", ""],
      ],
      { stdio: ["ignore", "pipe", "inherit"] }
    )
    let output = ""
    child.stdout.on("data", (chunk) => (output += String(chunk)))
    await until(
      () => output,
      (text) => text.includes("Ready to accept")
    )
    children.push(child)
    return child
  }

  afterAll(() => budget.close())

  it("costs no call, is said once, and is used again when it is back", async () => {
    const port = await freePort()
    redis = await startRedis(port)
    const warnings: string[] = []
    let aheadMs = 0
    budget = createRateBudget({
      perMinute: 1000,
      apiKey: "pk_test_1",
      counters: await connectedRedis(`redis://:secret@127.0.0.1:${port}`),
      clock: {
        ...systemClock,
        now: () => Date.now() + aheadMs,
        // Nobody is helped by a time limit: that the connection is lost has to be enough.
        after: () => () => {},
      },
      logger: {
        debug: () => {},
        error: () => {},
        warn: (line) => warnings.push(line),
      },
    })
    const call = () =>
      budget.take({
        rank: "checkout",
        deadline: Date.now() + aheadMs + PATIENCE_MS,
      })

    await call()
    expect(warnings).toEqual([])

    redis.kill("SIGKILL")
    await once(redis, "exit")
    await Promise.all([call(), call(), call()])
    expect(warnings).toEqual([
      expect.stringContaining("250 gateway calls a minute of its own"),
    ])

    redis = await startRedis(port)
    await until(
      () => {
        aheadMs += ASK_AGAIN_MS
        return call().then(() => warnings.length)
      },
      (lines) => lines === 2
    )
    expect(warnings[1]).toContain("answers again")
    expect(warnings.join()).not.toContain("secret")
  })
})

describe.each(["PostgreSQL", "Redis"])("a counter in %s", (store) => {
  it("has windows that last as long as their first call says, to the millisecond", async () => {
    const db = knex({ client: "pg", connection: database.url })
    const counters =
      store === "Redis"
        ? await connectedRedis(redisUrl())
        : postgresCounters(db)
    const limiter = await counters.open({
      keyPrefix: `windows-${process.pid}`,
      points: 2,
      windowMs: 600_500,
    })
    const lasts = async (key: string, customDuration?: number) => {
      const options = customDuration === undefined ? {} : { customDuration }
      return (await limiter.consume(key, 1, options)).msBeforeNext
    }
    const usual = await lasts("usual")
    expect(usual).toBeLessThanOrEqual(600_500)
    expect(usual).toBeGreaterThan(300_000)
    const shorter = await lasts("shorter", 200.25)
    expect(shorter).toBeLessThanOrEqual(200_250)
    expect(shorter).toBeGreaterThan(100_000)
    // The second call of a window does not change it.
    expect(await lasts("shorter")).toBeLessThanOrEqual(shorter)
    await counters.close()
    await db.destroy()
  })
})

/** The calls that the budget of one instance let go while a call of a rank waited, that call included. */
function turnsMeanwhile(events: QueueEvent[], rank: OfferedRank): CallRank[][] {
  const places = (what: QueueEvent["what"]) =>
    events.flatMap((event, at) =>
      event.rank === rank && event.what === what ? [at] : []
    )
  const left = places("left")
  return places("offered").map((from, call) =>
    events
      .slice(from, left[call]! + 1)
      .filter(({ what }) => what === "left")
      .map((event) => event.rank)
  )
}

// How much a minute of it lets through, and how long anybody waits, is in src/gateway/limits/rate/__tests__/load.unit.spec.ts, in simulated time.
describe.each(["PostgreSQL", "Redis"])(
  "far more than the limit, offered by two instances that share %s",
  (store) => {
    const outcome = () => loads[store]!
    const figuresOf = async (rank: OfferedRank) => {
      const { instances } = await outcome()
      return instances.map(({ ranks }) => ranks[rank])
    }

    /** Calls that reached the gateway earlier than the shared windows let them leave. However slow the machine, a call is only later. */
    const tooEarly = async (
      perWindow: number,
      isCounted: (call: Call) => boolean = () => true
    ) => {
      const { sandbox, startedAt } = await outcome()
      return sandbox
        .calls()
        .filter(isCounted)
        .map(({ at }) => at - startedAt)
        .sort((a, b) => a - b)
        .map((ms, call) => ({ call, ms }))
        .filter(({ call, ms }) => {
          // PostgreSQL's windows end by the clocks of the instances, each read a moment before its question is asked.
          const windows = Math.floor(call / perWindow) - 1
          return ms < windows * windowMs
        })
    }

    it("the gateway never has to say 429, and nothing else goes wrong", async () => {
      const { sandbox, instances } = await outcome()
      const statuses = new Set(sandbox.calls().map(({ status }) => status))
      expect([...statuses]).toEqual([200])
      expect(instances.flatMap(({ problems }) => problems)).toEqual([])
    })

    it("every call has a turn of its own", async () => {
      const { sandbox, instances } = await outcome()
      const turns = instances.flatMap(({ events }) =>
        events.filter(({ what }) => what === "left")
      )
      expect(sandbox.calls()).toHaveLength(turns.length)
    })

    it("no window holds more calls than the plan, of both instances together", async () => {
      expect(await tooEarly(points)).toEqual([])
    })

    it("customers go first", async () => {
      const { instances } = await outcome()
      for (const { ranks, events } of instances) {
        expect(ranks.checkout).toEqual({
          offered: LOAD.rounds,
          answered: LOAD.rounds,
          refused: 0,
          letGo: 0,
        })
        for (const turns of turnsMeanwhile(events, "checkout")) {
          const others = turns.filter((rank) => rank !== "checkout")
          // Every fourth turn goes to the call that has waited longest.
          expect(others.length).toBeLessThanOrEqual(Math.ceil(turns.length / 4))
        }
      }
    })

    it("webhooks are checked next", async () => {
      const { instances } = await outcome()
      const offered = LOAD.rounds * LOAD.webhooksPerRound
      for (const { ranks, events } of instances) {
        expect(ranks.webhook).toEqual({
          offered,
          answered: offered,
          refused: 0,
          letGo: 0,
        })
        for (const turns of turnsMeanwhile(events, "webhook")) {
          const jobs = turns.filter((rank) => rank === "background")
          expect(jobs.length).toBeLessThanOrEqual(Math.ceil(turns.length / 4))
        }
      }
    })

    it("the background of each instance gets what is left, and no more than its share", async () => {
      for (const { answered, letGo } of await figuresOf("background")) {
        expect(answered).toBeGreaterThanOrEqual(LOAD.alone + LOAD.rounds)
        expect(letGo).toBeGreaterThan(0)
      }
      expect(
        await tooEarly(
          backgroundPoints,
          ({ endpoint }) => endpoint === "withdraws.list"
        )
      ).toEqual([])
    })

    it("the background that would wait too long is refused before anybody gets a turn", async () => {
      const { instances } = await outcome()
      for (const { ranks, events } of instances) {
        expect(ranks.background.offered).toBe(LOAD.flood)
        const firstTurn = events.findIndex(({ what }) => what === "left")
        const refused = events.slice(0, firstTurn)
        expect(new Set(refused.map(({ what }) => what))).toEqual(
          new Set(["refused"])
        )
        expect(refused.length).toBeGreaterThanOrEqual(LOAD.flood - CAN_WAIT)
      }
    })
  }
)
