/**
 * What a look at the outage and a described error cost, in a process of its own: `node checks.mjs <url of a migrated database> <to warm up> <looks> <errors>`.
 */
import { createRequire } from "node:module"
import { MedusaError } from "@medusajs/framework/utils"
import "../exit-with-parent.mjs"
import { percentile } from "../report/statistics.mjs"

/** @typedef {{ breakerP50: number, breakerP95: number, selectP50: number, selectP95: number, describe: number, construct: number }} CheckFigures microseconds */

const load = createRequire(import.meta.url)
const built = (/** @type {string} */ file) =>
  load(`../../.medusa/server/src/${file}.js`)
/** @type {typeof import("../../src/gateway/index.js")} */
const { createBreaker, systemClock } = built("gateway/index")
/** @type {typeof import("../../src/modules/one2pays/gateway-state/gateway-state-store.js")} */
const { GatewayStateStore } = built(
  "modules/one2pays/gateway-state/gateway-state-store"
)
/** @type {typeof import("../../src/messages/index.js")} */
const { describeGatewayError } = built("messages/index")
/** @type {{ knex: typeof import("knex").knex }} */
const { knex } = load("@medusajs/framework/mikro-orm/knex")

const [url = "", ...numbers] = process.argv.slice(2)
const [warmUp = 0, looks = 0, errors = 0] = numbers.map(Number)
const database = knex({ client: "pg", connection: url })
const gate = createBreaker({
  store: new GatewayStateStore(database, {
    baseUrl: "https://gateway.example",
    apiKey: "pk_test_bench",
  }),
  clock: systemClock,
  timeoutMs: 10_000,
})

/**
 * @param {() => PromiseLike<unknown>} look
 * @returns {Promise<number[]>} microseconds
 */
async function timeLooks(look) {
  for (let count = 0; count < warmUp; count++) await look()
  const times = []
  for (let count = 0; count < looks; count++) {
    const started = performance.now()
    await look()
    times.push((performance.now() - started) * 1_000)
  }
  return times
}

/**
 * @param {() => unknown} make
 * @returns {number} microseconds of CPU each
 */
function timeErrors(make) {
  for (let count = 0; count < errors / 10; count++) make()
  const before = process.cpuUsage()
  for (let count = 0; count < errors; count++) make()
  const { user, system } = process.cpuUsage(before)
  return (user + system) / errors
}

const breaker = await timeLooks(() =>
  gate.enter({ rank: "checkout", deadline: Date.now() + 10_000 })
)
const select = await timeLooks(() => database.raw("select 1"))
/** @type {CheckFigures} */
const figures = {
  breakerP50: percentile(breaker, 0.5),
  breakerP95: percentile(breaker, 0.95),
  selectP50: percentile(select, 0.5),
  selectP95: percentile(select, 0.95),
  describe: timeErrors(() =>
    describeGatewayError({ code: "VALIDATION_ERROR", field: "amount" })
  ),
  construct: timeErrors(
    () => new MedusaError(MedusaError.Types.UNEXPECTED_STATE, "unavailable")
  ),
}
process.send?.(figures)
