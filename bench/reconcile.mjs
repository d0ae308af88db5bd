import { setTimeout as sleep } from "node:timers/promises"
import pg from "pg"
import { ONE2PAYS, payAtOne2Pays, placeOrder } from "./checkout.mjs"
import { runChild, startChild } from "./child.mjs"
import { OPEN_PAYMENTS, writeState } from "./reconcile/open-payments.mjs"
import { percentile } from "./report/statistics.mjs"
import { atMost } from "./report/target.mjs"
import { untilPaid } from "./until-paid.mjs"

/** @import { Child } from "./child.mjs" */
/** @import { Passes } from "./reconcile/passes.mjs" */
/** @import { GatewayAddress } from "./reconcile/serve-gateway.mjs" */
/** @import { Surroundings } from "./surroundings.mjs" */
/** @import { Table } from "./report/table.mjs" */

const ORDERS = 20
/** The orders are paid all over the minute between two runs. */
const APART_MS = 3_000
const PAGES = OPEN_PAYMENTS / 100

/**
 * Many open payments, and orders whose webhooks do not come.
 * @param {Surroundings} surroundings
 * @returns {Promise<Table>}
 */
export async function benchReconcile(surroundings) {
  const waits = await payWithoutWebhooks(surroundings)
  await surroundings.closeShop()
  const { calls, refused, passes } = await reconcileMany(surroundings)
  return {
    title: `Reconciliation of ${OPEN_PAYMENTS.toLocaleString("en")} open payments`,
    peer: "one by one",
    rows: [
      {
        what: "calls of the gateway",
        unit: "",
        ours: calls,
        peer: OPEN_PAYMENTS,
        target: atMost(1.05 * PAGES),
      },
      {
        what: "answered 429, at 1,000 calls a minute",
        unit: "",
        ours: refused,
        target: atMost(0),
      },
      {
        what: "until all are read",
        unit: "s",
        ours: passes.ms / 1_000,
        peer: (passes.retrieveMs * OPEN_PAYMENTS) / 1_000,
      },
      {
        what: "heap that stays after three more runs",
        unit: "MiB",
        ours: passes.growthMib,
        target: atMost(5, "MiB"),
      },
      {
        what: "highest heap above the resting one",
        unit: "MiB",
        ours: passes.peakMib,
      },
      {
        what: "from the payment to the paid order, without a webhook, p50",
        unit: "s",
        ours: percentile(waits, 0.5) / 1_000,
      },
      {
        what: "the same, p95",
        unit: "s",
        ours: percentile(waits, 0.95) / 1_000,
        target: atMost(62, "s"),
      },
    ],
    notes: [
      "The payments were made over the last 24 hours, and the sandbox has all of them; it runs in a process of its own, with live keys' limit.",
      `One by one: a sample of ${passes.retrieved} reads, one after the other and at the pace that the limit allows, times ${OPEN_PAYMENTS.toLocaleString("en")}.`,
      `${ORDERS} orders, paid ${APART_MS / 1_000} s apart; the job runs every minute. Medusa has no such job for any of its own providers.`,
    ],
  }
}

/**
 * @param {Surroundings} surroundings
 * @returns {Promise<number[]>} milliseconds from the payment to the paid order
 */
async function payWithoutWebhooks(surroundings) {
  const shop = await surroundings.shop()
  const orders = []
  for (let order = 0; order < ORDERS; order++) {
    orders.push((await placeOrder(shop, ONE2PAYS)).orderId)
  }
  /** @type {Promise<number>[]} */
  const waits = []
  for (const orderId of orders) {
    await payAtOne2Pays(shop, orderId, { silent: true })
    const started = performance.now()
    waits.push(
      untilPaid(shop, orderId, { patienceMs: 150_000, pollMs: 50 }).then(
        () => performance.now() - started
      )
    )
    await sleep(APART_MS)
  }
  return Promise.all(waits)
}

/** @param {Surroundings} surroundings */
async function reconcileMany(surroundings) {
  const { directory, port, env } = await surroundings.app()
  const state = writeState()
  /** @type {Child<GatewayAddress>} */
  const gateway = await startChild(
    new URL("reconcile/serve-gateway.mjs", import.meta.url),
    [state.file]
  )
  const database = new pg.Client({ connectionString: env.DATABASE_URL })
  await database.connect()
  try {
    await state.insert(database)
    const { url, apiKey, secretKey } = gateway.message
    /** @type {Passes} */
    const passes = await runChild(
      new URL("reconcile/passes.mjs", import.meta.url),
      [String(port), url],
      {
        cwd: directory,
        env: {
          ...env,
          BENCH_PROVIDERS: "one2pays",
          ONE2PAYS_BASE_URL: url,
          ONE2PAYS_API_KEY: apiKey,
          ONE2PAYS_SECRET_KEY: secretKey,
        },
        execArgv: ["--expose-gc"],
      }
    )
    return { ...passes.calls, passes }
  } finally {
    await gateway.stop()
    await state.remove(database)
    await database.end()
  }
}
