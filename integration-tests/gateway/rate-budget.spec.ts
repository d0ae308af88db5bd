import { type ChildProcess, fork, spawn } from "node:child_process"
import { once } from "node:events"
import path from "node:path"

import { knex } from "@medusajs/framework/mikro-orm/knex"

import {
  createRateBudget,
  type RateBudget,
  redisCounters,
} from "../../src/gateway"
import { callsPerMinute, planRate } from "../../src/gateway/rate-plan"
import { Migration20261121124500 } from "../../src/modules/one2pays/migrations/Migration20261121124500"
import { type Sandbox, startSandbox } from "../../src/sandbox"
import { createDatabase, type Database } from "../package/database"
import { freePort } from "../setup/free-port"
import { until } from "../setup/until"
import type { LoadFigures, RankFigures, RateLoad } from "./rate-load"

const LIMIT = 1000
const INSTANCES = 2
const LOAD_MS = 61_500
/** Per instance and second; together ten times the limit. */
const OFFERED = { checkout: 1, webhook: 4, background: 79 }

jest.setTimeout(150_000)

interface Outcome {
  sandbox: Sandbox
  instances: LoadFigures[]
}

async function underLoad(storeUrl: string): Promise<Outcome> {
  const sandbox = await startSandbox({ rateLimitPerMinute: LIMIT })
  const processes = await Promise.all(
    Array.from({ length: INSTANCES }, async () => {
      const child = fork(path.join(__dirname, "rate-load.ts"), {
        execArgv: ["--require", "ts-node/register/transpile-only"],
      })
      children.push(child)
      await once(child, "message")
      return child
    })
  )
  const { apiKey, secretKey, url } = sandbox
  const load: RateLoad = {
    baseUrl: url,
    apiKey,
    secretKey,
    perMinute: LIMIT,
    storeUrl,
    startAt: Date.now() + 500,
    forMs: LOAD_MS,
    offered: OFFERED,
  }
  const instances = await Promise.all(
    processes.map(async (child) => {
      child.send(load)
      const [figures] = (await once(child, "message")) as [LoadFigures]
      child.disconnect()
      return figures
    })
  )
  return { sandbox, instances }
}

const children: ChildProcess[] = []
const loads: Record<string, Promise<Outcome>> = {}
let database: Database

beforeAll(async () => {
  database = await createDatabase(`one2pays_rate_${process.pid}`)
  await migrate(database.url)
  // Both at once, and the other tests beside them: a minute is a minute.
  loads.PostgreSQL = underLoad(database.url)
  loads.Redis = underLoad(redisUrl())
  // Whoever awaits it learns of a failure; before that nobody listens.
  Object.values(loads).forEach((load) => load.catch(() => {}))
})

afterAll(async () => {
  children.forEach((child) => child.kill("SIGKILL"))
  for (const load of Object.values(loads)) {
    const { sandbox } = await load
    await sandbox.close()
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
    budget = createRateBudget({
      perMinute: 1000,
      apiKey: "pk_test_1",
      counters: redisCounters(`redis://:secret@127.0.0.1:${port}`),
      logger: {
        debug: () => {},
        error: () => {},
        warn: (line) => warnings.push(line),
      },
    })
    const call = () =>
      budget.take({ rank: "checkout", deadline: Date.now() + 10_000 })

    await call()
    expect(warnings).toEqual([])

    redis.kill("SIGKILL")
    await once(redis, "exit")
    const started = Date.now()
    await Promise.all([call(), call(), call()])
    expect(Date.now() - started).toBeLessThan(5000)
    expect(warnings).toEqual([
      expect.stringContaining("250 gateway calls a minute of its own"),
    ])

    redis = await startRedis(port)
    await until(
      () => call().then(() => warnings.length),
      (lines) => lines === 2,
      20_000
    )
    expect(warnings[1]).toContain("answers again")
    expect(warnings.join()).not.toContain("secret")
  })
})

describe.each(["PostgreSQL", "Redis"])(
  "ten times the limit, offered by two instances that share %s",
  (store) => {
    const outcome = () => loads[store]!
    const figuresOf = async (rank: "checkout" | "webhook" | "background") => {
      const { instances } = await outcome()
      return instances.map(({ ranks }) => ranks[rank])
    }
    const sum = (
      figures: RankFigures[],
      what: "offered" | "answered" | "refused"
    ) =>
      figures.reduce((total, each) => {
        const value = each[what]
        return total + (typeof value === "number" ? value : value.length)
      }, 0)

    it("the gateway never has to say 429, and nothing else goes wrong", async () => {
      const { sandbox, instances } = await outcome()
      const offered = instances.reduce(
        (total, { ranks }) => total + sum(Object.values(ranks), "offered"),
        0
      )
      expect(offered).toBeGreaterThan(10 * LIMIT)
      const statuses = new Set(sandbox.calls().map(({ status }) => status))
      expect([...statuses]).toEqual([200])
      for (const { ranks, warnings } of instances) {
        expect(warnings).toEqual([])
        expect(Object.values(ranks).flatMap(({ failed }) => failed)).toEqual([])
      }
    })

    it("no 60 seconds at the gateway hold more than the limit", async () => {
      const { sandbox } = await outcome()
      const times = sandbox.calls().map(({ at }) => at)
      const most = Math.max(
        ...times.map(
          (start) =>
            times.filter((at) => at >= start && at < start + 60_000).length
        )
      )
      expect(most).toBeLessThanOrEqual(LIMIT)
      // And not by calling less than it could.
      const planned = callsPerMinute(planRate(LIMIT))
      expect(most).toBeGreaterThanOrEqual(0.95 * planned)
    })

    it("customers do not notice", async () => {
      const checkouts = await figuresOf("checkout")
      expect(sum(checkouts, "refused")).toBe(0)
      const times = checkouts
        .flatMap(({ answered }) => answered)
        .sort((a, b) => a - b)
      expect(times).toHaveLength(sum(checkouts, "offered"))
      expect(times[Math.floor(times.length * 0.95)]).toBeLessThan(1500)
      expect(times.at(-1)).toBeLessThan(3000)
    })

    it("webhooks are checked too", async () => {
      const webhooks = await figuresOf("webhook")
      expect(sum(webhooks, "refused")).toBe(0)
    })

    it("the background of each instance gets what is left", async () => {
      const backgrounds = await figuresOf("background")
      const { sandbox } = await outcome()
      const ofMinute = sandbox.calls().length
      expect(sum(backgrounds, "answered")).toBeLessThanOrEqual(0.72 * ofMinute)
      expect(sum(backgrounds, "answered")).toBeGreaterThan(0.35 * ofMinute)
      for (const background of backgrounds) {
        expect(background.answered.length).toBeGreaterThan(0.1 * ofMinute)
      }
    })
  }
)
