import pg from "pg"
import { buildPlugin } from "../scripts/build.mjs"
import { startPostgres } from "../scripts/postgres.mjs"
import { startRedis } from "../scripts/redis.mjs"
import { runChild } from "./child.mjs"
import { median } from "./report/statistics.mjs"
import { timesThePeer } from "./report/target.mjs"

/** @import { TurnFigures } from "./gate/turns.mjs" */
/** @import { Row, Table } from "./report/table.mjs" */
/** @import { Surroundings } from "./surroundings.mjs" */

const SIZES = {
  usual: { rounds: 3, warmUp: 1_000, turns: 3_000 },
  tiny: { rounds: 1, warmUp: 0, turns: 3 },
}
const DATABASE = `one2pays_bench_gate_${process.pid}`
const TABLE = `create unlogged table one2pays_rate_limit
  (key varchar(255) primary key, points integer not null default 0, expire bigint)`

/**
 * What the gate before the gateway costs a call.
 * @param {Surroundings} surroundings
 * @returns {Promise<Table>}
 */
export async function benchGate({ size }) {
  const sizes = SIZES[size]
  await buildPlugin()
  const postgres = await startPostgres({ name: "bench-gate" })
  const redis = await startRedis()
  try {
    await postgres.createDatabase(DATABASE)
    const url = postgres.url(DATABASE)
    await createTable(url)
    const rows = [
      ...(await rowsOf("in memory", ["memory", ""], sizes)),
      ...(await rowsOf("in PostgreSQL", ["postgres", url], sizes)),
      ...(await rowsOf("in Redis", ["redis", redis.url], sizes)),
    ]
    return {
      title: "A turn to call the gateway",
      peer: "RateLimiterQueue",
      rows,
      notes: [
        `Medians of ${sizes.rounds} rounds, each in a fresh process: ${sizes.turns.toLocaleString("en")} turns, one after the other, under a limit that is never reached.`,
        "The peer is rate-limiter-flexible's own queue over the same store: no ranks, no deadlines, no fallback, and twice the limit in a minute that is not aligned with the gateway's.",
        "The background asks twice, for its share first. Ours names no statement in PostgreSQL, which the peer does: a pooler in transaction mode could not serve it.",
      ],
    }
  } finally {
    await redis.stop()
    await postgres.dropDatabase(DATABASE)
    await postgres.stop()
  }
}

/**
 * @param {string} where
 * @param {string[]} store its name and its URL
 * @param {typeof SIZES.usual} sizes
 * @returns {Promise<Row[]>}
 */
async function rowsOf(where, store, { rounds, warmUp, turns }) {
  /** @type {Record<"ours" | "background" | "peer", TurnFigures[]>} */
  const figures = { ours: [], background: [], peer: [] }
  const args = [...store, String(warmUp), String(turns)]
  for (let round = 0; round < rounds; round++) {
    for (const [who, measured] of Object.entries(figures)) {
      const script = new URL("gate/turns.mjs", import.meta.url)
      measured.push(await runChild(script, [who, ...args]))
    }
  }
  /**
   * @param {keyof typeof figures} who
   * @param {keyof TurnFigures} figure
   */
  const of = (who, figure) => median(figures[who].map((each) => each[figure]))
  const unit = "µs"
  return [
    {
      what: `${where}, p50`,
      unit,
      ours: of("ours", "p50"),
      peer: of("peer", "p50"),
      target: where === "in memory" ? undefined : timesThePeer(2),
    },
    {
      what: `${where}, p95`,
      unit,
      ours: of("ours", "p95"),
      peer: of("peer", "p95"),
    },
    {
      what: `${where}, CPU`,
      unit,
      ours: of("ours", "cpu"),
      peer: of("peer", "cpu"),
    },
    {
      what: `${where}, background, p50`,
      unit,
      ours: of("background", "p50"),
      peer: of("peer", "p50"),
    },
  ]
}

/** @param {string} url */
async function createTable(url) {
  const client = new pg.Client({ connectionString: url })
  await client.connect()
  try {
    await client.query(TABLE)
  } finally {
    await client.end()
  }
}
