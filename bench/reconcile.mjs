import { setTimeout as sleep } from "node:timers/promises"
import pg from "pg"
import { ONE2PAYS, payAtOne2Pays, placeOrder } from "./checkout.mjs"
import { runChild, startChild } from "./child.mjs"
import { writeState } from "./reconcile/open-payments.mjs"
import { percentile } from "./report/statistics.mjs"
import { atMost } from "./report/target.mjs"
import { untilPaid } from "./until-paid.mjs"

/** @import { Child } from "./child.mjs" */
/** @import { Passes } from "./reconcile/passes.mjs" */
/** @import { GatewayAddress } from "./reconcile/serve-gateway.mjs" */
/** @import { Surroundings } from "./surroundings.mjs" */
/** @import { Table } from "./report/table.mjs" */

const PER_PAGE = 100

const SIZES = {
  usual: {
    // Paid all over the minute between two runs.
    waits: { orders: 20, apartMs: 3_000, isJobAwaited: true },
    many: { payments: 10_000, moreRuns: 3, retrieved: 100 },
  },
  tiny: {
    waits: { orders: 1, apartMs: 0, isJobAwaited: false },
    many: { payments: PER_PAGE + 1, moreRuns: 1, retrieved: 1 },
  },
}

/**
 * Many open payments, and orders whose webhooks do not come.
 * @param {Surroundings} surroundings
 * @returns {Promise<Table>}
 */
export async function benchReconcile(surroundings) {
  const sizes = SIZES[surroundings.size]
  const { orders, apartMs, isJobAwaited } = sizes.waits
  const { payments, moreRuns } = sizes.many
  const waits = await payWithoutWebhooks(surroundings, sizes.waits)
  await surroundings.closeShop()
  const { calls, refused, passes } = await reconcileMany(
    surroundings,
    sizes.many
  )
  return {
    title: `Reconciliation of ${payments.toLocaleString("en")} open payments`,
    peer: "one by one",
    rows: [
      {
        what: "calls of the gateway",
        unit: "",
        ours: calls,
        peer: payments,
        target: atMost((1.05 * payments) / PER_PAGE),
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
        peer: (passes.retrieveMs * payments) / 1_000,
      },
      {
        what: `heap that stays after ${moreRuns} more runs`,
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
      `One by one: a sample of ${passes.retrieved} reads, one after the other and at the pace that the limit allows, times ${payments.toLocaleString("en")}.`,
      `${orders} orders, paid ${apartMs / 1_000} s apart; the job runs ${isJobAwaited ? "every minute" : "at once"}. Medusa has no such job for any of its own providers.`,
    ],
  }
}

/**
 * @param {Surroundings} surroundings
 * @param {typeof SIZES.usual.waits} sizes
 * @returns {Promise<number[]>} milliseconds from the payment to the paid order
 */
async function payWithoutWebhooks(
  surroundings,
  { orders, apartMs, isJobAwaited }
) {
  const shop = await surroundings.shop()
  /** @type {string[]} */
  const placed = []
  while (placed.length < orders) {
    placed.push((await placeOrder(shop, ONE2PAYS)).orderId)
  }
  /** @type {Promise<number>[]} */
  const waits = []
  for (const orderId of placed) {
    await payAtOne2Pays(shop, orderId, { silent: true })
    const started = performance.now()
    waits.push(
      untilPaid(shop, orderId, { pollMs: 50 }).then(
        () => performance.now() - started
      )
    )
    await sleep(apartMs)
  }
  if (!isJobAwaited) shop.startJob("one2pays-reconcile-payments")
  return Promise.all(waits)
}

/**
 * @param {Surroundings} surroundings
 * @param {typeof SIZES.usual.many} sizes
 */
async function reconcileMany(surroundings, { payments, moreRuns, retrieved }) {
  const { directory, port, env } = await surroundings.app()
  const state = writeState(payments)
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
      [String(port), url, String(moreRuns), String(retrieved)],
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
