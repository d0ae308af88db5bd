import pg from "pg"
import { buildPlugin } from "../scripts/build.mjs"
import { startPostgres } from "../scripts/postgres.mjs"
import { startRedis } from "../scripts/redis.mjs"
import { runChild } from "./child.mjs"
import { median } from "./report/statistics.mjs"
import { timesThePeer } from "./report/target.mjs"

/** @import { TurnFigures } from "./gate/turns.mjs" */
/** @import { Row, Table } from "./report/table.mjs" */

const ROUNDS = 3
const DATABASE = `one2pays_bench_gate_${process.pid}`
const TABLE = `create unlogged table one2pays_rate_limit
  (key varchar(255) primary key, points integer not null default 0, expire bigint)`

/**
 * What the gate before the gateway costs a call.
 * @returns {Promise<Table>}
 */
export async function benchGate() {
  await buildPlugin()
  const postgres = await startPostgres({ name: "bench-gate" })
  const redis = await startRedis()
  try {
    await postgres.createDatabase(DATABASE)
    await createTable(postgres.url(DATABASE))
    const rows = [
      ...(await rowsOf("in memory", ["memory"])),
      ...(await rowsOf("in PostgreSQL", ["postgres", postgres.url(DATABASE)])),
      ...(await rowsOf("in Redis", ["redis", redis.url])),
    ]
    return {
      title: "A turn to call the gateway",
      peer: "RateLimiterQueue",
      rows,
      notes: [
        `Medians of ${ROUNDS} rounds, each in a fresh process: 3,000 turns, one after the other, under a limit that is never reached.`,
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
 * @param {string[]} store
 * @returns {Promise<Row[]>}
 */
async function rowsOf(where, store) {
  /** @type {Record<"ours" | "background" | "peer", TurnFigures[]>} */
  const rounds = { ours: [], background: [], peer: [] }
  for (let round = 0; round < ROUNDS; round++) {
    for (const [who, figures] of Object.entries(rounds)) {
      const script = new URL("gate/turns.mjs", import.meta.url)
      figures.push(await runChild(script, [who, ...store]))
    }
  }
  /**
   * @param {keyof typeof rounds} who
   * @param {keyof TurnFigures} figure
   */
  const of = (who, figure) => median(rounds[who].map((each) => each[figure]))
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
