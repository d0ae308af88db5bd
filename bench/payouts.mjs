import pg from "pg"
import { buildPlugin } from "../scripts/build.mjs"
import { startPostgres } from "../scripts/postgres.mjs"
import { runChild, startChild } from "./child.mjs"
import { measureIdle } from "./payouts/idle.mjs"
import { percentile } from "./report/statistics.mjs"
import { atMost, ofThePeer } from "./report/target.mjs"

/** @import { Child } from "./child.mjs" */
/** @import { GatewayAddress } from "./reconcile/serve-gateway.mjs" */
/** @import { SenderFigures, Settings } from "./payouts/sender.mjs" */
/** @import { Table } from "./report/table.mjs" */
/** @import { Surroundings } from "./surroundings.mjs" */

const PAYOUTS = { usual: 10_000, tiny: 3 }
const ONE_BY_ONE = { usual: 30, tiny: 1 }
/** Five times a live key's, so that it takes two minutes instead of ten. */
const PER_MINUTE = 5_000
const INSTANCES = 2
const DATABASE = `one2pays_bench_payouts_${process.pid}`

/** @typedef {{ endpoint: string, status: number | "lost", at: number }} Call */

/**
 * Many approved payouts, sent by two instances as fast as the gateway takes them.
 * @param {Surroundings} surroundings
 * @returns {Promise<Table>}
 */
export async function benchPayouts({ size, shop }) {
  const payouts = PAYOUTS[size]
  const idle = await measureIdle(await shop(), ONE_BY_ONE[size])
  await buildPlugin()
  const postgres = await startPostgres({ name: "bench-payouts" })
  /** @type {Child<GatewayAddress> | undefined} */
  let gateway
  try {
    await postgres.createDatabase(DATABASE)
    gateway = await startChild(
      new URL("payouts/serve-gateway.mjs", import.meta.url),
      [String(PER_MINUTE)]
    )
    const { url, apiKey, secretKey } = gateway.message
    /** @type {Settings} */
    const settings = {
      databaseUrl: postgres.url(DATABASE),
      payouts,
      options: {
        apiKey,
        secretKey,
        webhookSecret: "whsec_bench",
        baseUrl: url,
        balanceUnit: "baht",
        rateLimit: { perMinute: PER_MINUTE },
        // All to one account: nothing of the run is about that.
        withdraws: { approvalAbove: 1_000_000, duplicateDays: 0 },
      },
    }
    const sender = new URL("payouts/sender.mjs", import.meta.url)
    await runChild(sender, ["prepare", JSON.stringify(settings)])
    /** @type {SenderFigures[]} */
    const figures = await Promise.all(
      Array.from({ length: INSTANCES }, () =>
        runChild(sender, ["send", JSON.stringify(settings)], {
          execArgv: ["--expose-gc"],
        })
      )
    )
    const calls = await callsOf(url)
    const [first, last] = [calls[0], calls.at(-1)]
    if (!first || !last) throw new Error("Nothing was sent.")
    const perMinute = (60_000 * (calls.length - 1)) / (last.at - first.at)
    const { accepted, created } = await count(postgres.url(DATABASE), url)
    return {
      title: `${payouts.toLocaleString("en")} payouts through two instances`,
      peer: "the limit",
      rows: [
        {
          what: "calls a minute",
          unit: "",
          ours: Math.round(perMinute),
          peer: PER_MINUTE,
          target: ofThePeer(0.98),
        },
        {
          what: "from its approval to the gateway, one by one, p50",
          unit: "ms",
          ours: Math.round(percentile(idle, 0.5)),
          target: atMost(1000, "ms"),
        },
        {
          what: "answered 429",
          unit: "",
          ours: calls.filter(({ status }) => status === 429).length,
          target: atMost(0),
        },
        {
          what: "not accepted",
          unit: "",
          ours: payouts - accepted,
          target: atMost(0),
        },
        {
          what: "sent more than once",
          unit: "",
          ours: created - payouts,
          target: atMost(0),
        },
        {
          what: "heap that stays, from the first tenth to the end",
          unit: "MiB",
          ours: Math.max(...figures.map(({ growthMib }) => growthMib)),
          target: atMost(5, "MiB"),
        },
        {
          what: "highest heap above the resting one",
          unit: "MiB",
          ours: Math.max(...figures.map(({ peakMib }) => peakMib)),
        },
      ],
      notes: [
        `A gateway that takes ${PER_MINUTE.toLocaleString("en")} calls a minute, five times the limit of live keys; the sandbox and each instance's sender in processes of their own, the counters in PostgreSQL.`,
        "A call every ten seconds asks for the balance, and counts.",
      ],
    }
  } finally {
    await gateway?.stop()
    await postgres.dropDatabase(DATABASE)
    await postgres.stop()
  }
}

/**
 * The last 10,000.
 * @param {string} url
 */
async function callsOf(url) {
  const answer = await fetch(`${url}/_sandbox/api/calls`)
  return /** @type {Call[]} */ (await answer.json())
}

/**
 * @param {string} databaseUrl
 * @param {string} url
 */
async function count(databaseUrl, url) {
  const client = new pg.Client({ connectionString: databaseUrl })
  await client.connect()
  try {
    /** @type {pg.QueryResult<{ count: string }>} */
    const { rows } = await client.query(
      "select count(*) from one2pays_withdraw where state = 'pending' and gateway_withdraw_id is not null"
    )
    const answer = await fetch(`${url}/_sandbox/api/call-counts`)
    /** @type {Record<string, number>} */
    const counts = /** @type {never} */ (await answer.json())
    return {
      accepted: Number(rows[0]?.count),
      created: counts["withdraws.create"] ?? 0,
    }
  } finally {
    await client.end()
  }
}
