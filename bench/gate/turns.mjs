/**
 * One way of asking for a turn, in a process of its own: `node turns.mjs ours|background|peer memory|postgres|redis <url> <to warm up> <turns>`. Asks one time after
 * the other under a limit that is never reached, and sends what a turn took.
 */
import { createRequire } from "node:module"
import rateLimiters from "rate-limiter-flexible"
import "../exit-with-parent.mjs"
import { percentile } from "../report/statistics.mjs"

/** @import { Clock } from "../../src/gateway/clock.js" */
/** @import { RateCounters } from "../../src/gateway/limits/rate/counters.js" */

const PER_MINUTE = 10_000_000
const PATIENCE_MS = 120_000

/** @typedef {{ p50: number, p95: number, cpu: number }} TurnFigures microseconds */
/** @typedef {() => Promise<unknown>} Ask */

/** @returns {import("knex").Knex} */
function database() {
  /** @type {{ knex: typeof import("knex").knex }} */
  const { knex } = createRequire(import.meta.url)(
    "@medusajs/framework/mikro-orm/knex"
  )
  return knex({ client: "pg", connection: url })
}

/**
 * @param {"checkout" | "background"} rank
 * @returns {Promise<Ask>}
 */
async function ours(rank) {
  const { gateway } = await import("../built-gateway.mjs")
  /** @type {Record<string, () => RateCounters>} */
  const counters = {
    memory: () => gateway.memoryCounters(),
    postgres: () => gateway.postgresCounters(database()),
    redis: () => gateway.redisCounters(url),
  }
  const budget = gateway.createRateBudget({
    perMinute: PER_MINUTE,
    apiKey: `pk_test_${rank}`,
    counters: pick(counters)(),
    clock: patient(gateway.systemClock),
    logger: { debug() {}, warn: fail, error: fail },
  })
  return () => budget.take({ rank, deadline: Date.now() + PATIENCE_MS })
}

/** @returns {Promise<Ask>} */
async function peer() {
  const { RateLimiterMemory, RateLimiterPostgres, RateLimiterRedis } =
    rateLimiters
  const limit = { keyPrefix: "peer", points: PER_MINUTE, duration: 60 }
  const { Redis } = await import("ioredis")
  const limiters = {
    memory: () => new RateLimiterMemory(limit),
    postgres: () =>
      new RateLimiterPostgres({
        ...limit,
        storeClient: database(),
        storeType: "knex",
        tableName: "one2pays_rate_limit",
        tableCreated: true,
        clearExpiredByTimeout: false,
      }),
    redis: () =>
      new RateLimiterRedis({ ...limit, storeClient: new Redis(url) }),
  }
  const queue = new rateLimiters.RateLimiterQueue(pick(limiters)())
  return () => queue.removeTokens(1)
}

/**
 * @template T
 * @param {Record<string, T>} stores
 * @returns {T}
 */
function pick(stores) {
  const picked = stores[store]
  if (!picked) throw new Error("memory, postgres or redis?")
  return picked
}

/**
 * It sets its timers as usual, which costs a turn something, but none rings because the machine is busy.
 * @param {Clock} clock
 * @returns {Clock}
 */
const patient = (clock) => ({
  ...clock,
  after: (ms, run) => clock.after(ms + PATIENCE_MS, run),
})

/** @param {string} line a budget that fell back would be measured without its store */
function fail(line) {
  throw new Error(line)
}

const [who = "", store = "", url = "", ...numbers] = process.argv.slice(2)
const [warmUp = 0, turns = 0] = numbers.map(Number)
const ask = await (who === "peer"
  ? peer()
  : ours(who === "background" ? "background" : "checkout"))
for (let count = 0; count < warmUp; count++) await ask()

/** @type {number[]} */
const times = []
const cpuBefore = process.cpuUsage()
for (let count = 0; count < turns; count++) {
  const started = performance.now()
  await ask()
  times.push((performance.now() - started) * 1_000)
}
const { user, system } = process.cpuUsage(cpuBefore)
/** @type {TurnFigures} */
const figures = {
  p50: percentile(times, 0.5),
  p95: percentile(times, 0.95),
  cpu: (user + system) / turns,
}
process.send?.(figures)
