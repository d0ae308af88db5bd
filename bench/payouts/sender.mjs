/**
 * One instance's sender of payouts: `node --expose-gc sender.mjs prepare|send <settings as JSON>`. `prepare` makes the tables and asks for the
 * payouts; `send` runs the job's loop until none is left to be sent. Sends its figures.
 */
import fs from "node:fs"
import { createRequire } from "node:module"
import path from "node:path"
import { setTimeout as sleep } from "node:timers/promises"
import "../exit-with-parent.mjs"

/**
 * @typedef {object} Settings
 * @property {string} databaseUrl
 * @property {number} payouts
 * @property {Record<string, unknown>} options of the plugin's entry in medusa-config
 */

/** @typedef {{ growthMib: number, peakMib: number }} SenderFigures heap at rest, from the first tenth to the end, and the highest above it */

/** @typedef {import("../../src/modules/one2pays/service.js").default} Service */
/** @typedef {{ up(): Promise<void>, getQueries(): string[] }} Migration */

const [task, settingsText = ""] = process.argv.slice(2)
/** @type {Settings} */
const { databaseUrl, payouts: count, options } = JSON.parse(settingsText)
const load = createRequire(import.meta.url)
/** @type {typeof import("knex")} */
const { knex } = load("@medusajs/framework/mikro-orm/knex")
const db = knex({ client: "pg", connection: databaseUrl })
const silent = () => {}
const logger = { debug: silent, info: silent, warn: fail, error: fail }
const entry = load.resolve("medusa-plugin-one2pays/modules/one2pays")
const { default: one2pays } = load(entry)
/** @type {Service} */
const { withdraws, unit } = new one2pays.service(
  { logger, __pg_connection__: db },
  options
)

/** @param {string} line */
function fail(line) {
  console.error(line)
}

async function prepare() {
  const directory = path.join(path.dirname(entry), "migrations")
  for (const file of fs.readdirSync(directory).sort()) {
    const name = /^(Migration\d+)\.js$/.exec(file)?.[1]
    if (!name) continue
    /** @type {Migration} */
    const migration = new (load(path.join(directory, file))[name])()
    await migration.up()
    for (const query of migration.getQueries()) await db.raw(query)
  }
  await unit.note("proved", "order_before")
  const rows = Array.from({ length: count }, () => ({
    amount: "1290.50",
    bank_code: "004",
    account_name: "สมศรี ขยัน",
    account_number: "9876543210",
  }))
  await withdraws.create(rows, { requested_by: "system", is_batch: true })
}

async function heapAtRest() {
  for (let round = 0; round < 2; round++) {
    await sleep(50)
    globalThis.gc?.()
  }
  return process.memoryUsage().heapUsed / 2 ** 20
}

/** @returns {Promise<SenderFigures>} */
async function send() {
  let sent = 0
  let highest = 0
  /** @type {number | undefined} */
  let before
  for (;;) {
    await withdraws.resolveLost()
    const { taken } = await withdraws.send([])
    sent += taken
    highest = Math.max(highest, process.memoryUsage().heapUsed / 2 ** 20)
    if (before === undefined && sent > count / 20) before = await heapAtRest()
    if (taken > 0) continue
    /** @type {unknown} */
    const left = await db("one2pays_withdraw")
      .whereIn("state", ["approved", "sending", "unknown"])
      .first("id")
    if (!left) break
    await sleep(50)
  }
  const after = await heapAtRest()
  const rest = before ?? after
  return { growthMib: after - rest, peakMib: highest - rest }
}

if (task === "prepare") await prepare()
process.send?.(task === "send" ? await send() : "prepared")
