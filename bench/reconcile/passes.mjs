/**
 * Starts Medusa in the shop's directory and lets the plugin reconcile, as its job does: `node --expose-gc passes.mjs <port> <the gateway's address> <more runs> <payments to read one by one>`.
 */
import { createRequire } from "node:module"
import { setTimeout as sleep } from "node:timers/promises"
import "../exit-with-parent.mjs"
import { heapAtRest, heapInUse } from "../report/heap.mjs"

/**
 * @typedef {object} Passes
 * @property {{ calls: number, refused: number }} calls of the gateway in the first run, and those answered 429
 * @property {number} ms
 * @property {number} retrieveMs what reading one payment takes
 * @property {number} retrieved
 * @property {number} growthMib of the heap at rest, from the first run to the last
 * @property {number} peakMib
 */

/** @typedef {{ status: number | "lost" }} Call */

const [port, gatewayUrl = "", ...numbers] = process.argv.slice(2)
const [moreRuns = 0, retrieved = 0] = numbers.map(Number)
const load = createRequire(import.meta.url)
const start = load("@medusajs/medusa/commands/start").default
await start({ directory: process.cwd(), port: Number(port) })
const { container } = load("@medusajs/framework")
/** @type {typeof import("../../src/workflows/index.js")} */
const { reconcilePaymentsWorkflow } = load("medusa-plugin-one2pays/workflows")

/** @returns {Promise<number>} milliseconds */
async function reconcile() {
  for (;;) {
    const started = performance.now()
    const { result } = await reconcilePaymentsWorkflow(container).run()
    if (result.has_run) return performance.now() - started
    // The job itself is at it.
    await sleep(200)
  }
}

/**
 * @param {"GET" | "DELETE"} method
 * @returns {Promise<Call[]>}
 */
const calls = async (method) => {
  const answer = await fetch(`${gatewayUrl}/_sandbox/api/calls`, { method })
  return /** @type {Call[]} */ (await answer.json())
}

const before = await heapAtRest()
let highest = 0
const watch = setInterval(() => {
  highest = Math.max(highest, heapInUse())
}, 20)
await calls("DELETE")
const ms = await reconcile()
clearInterval(watch)
const made = await calls("GET")

const afterFirst = await heapAtRest()
for (let run = 0; run < moreRuns; run++) await reconcile()
const afterAll = await heapAtRest()

/** @type {import("../../src/modules/one2pays/service.js").default} */
const one2pays = container.resolve("one2pays")
const { gateway } = one2pays.connection
const { items } = await gateway.payments.list({ limit: retrieved })
const started = performance.now()
for (const { id } of items) await gateway.payments.retrieve(id)
const retrieveMs = (performance.now() - started) / items.length

/** @type {Passes} */
const passes = {
  calls: {
    calls: made.length,
    refused: made.filter(({ status }) => status === 429).length,
  },
  ms,
  retrieveMs,
  retrieved: items.length,
  growthMib: afterAll - afterFirst,
  peakMib: highest - before,
}
process.send?.(passes, () => process.exit())
