/**
 * One instance's sender of payouts: `node --expose-gc sender.mjs prepare|send <settings as JSON>`. `prepare` makes the tables and asks for the
 * payouts; `send` runs the job's loop until none is left to be sent. Sends its figures.
 */
import { setTimeout as sleep } from "node:timers/promises"
import "../exit-with-parent.mjs"
import { openModule } from "../module.mjs"
import { heapAtRest, heapInUse } from "../report/heap.mjs"

/**
 * @typedef {object} Settings
 * @property {string} databaseUrl
 * @property {number} payouts
 * @property {Record<string, unknown>} options of the plugin's entry in medusa-config
 */

/** @typedef {{ growthMib: number, peakMib: number }} SenderFigures heap at rest, from the first tenth to the end, and the highest above it */

const [task, settingsText = ""] = process.argv.slice(2)
/** @type {Settings} */
const { databaseUrl, payouts: count, options } = JSON.parse(settingsText)
const { db, service, migrate } = openModule(databaseUrl, options)
const { withdraws, unit } = service

async function prepare() {
  await migrate()
  await unit.note("proved", "order_before")
  const rows = Array.from({ length: count }, () => ({
    amount: "1290.50",
    bank_code: "004",
    account_name: "สมศรี ขยัน",
    account_number: "9876543210",
  }))
  await withdraws.create(rows, { requested_by: "system", is_batch: true })
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
    highest = Math.max(highest, heapInUse())
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
