/**
 * Measures the plugin, each time beside a peer in the same run on the same machine.
 *
 *   npm run bench [-- calls|gate|maintenance|completion|settlement|gateway-calls|payouts|statement|reconcile|boot ...]
 *   node bench/run.mjs --tiny     each of them once, as small as it can be: whether they work, and no word about targets
 *   node bench/run.mjs --list     their names
 *
 * Ends with 1 when a target was missed.
 */
import { parseArgs } from "node:util"
import { benchBoot } from "./boot.mjs"
import { benchCalls } from "./calls.mjs"
import { benchCompletion } from "./completion.mjs"
import { benchGate } from "./gate.mjs"
import { benchGatewayCalls } from "./gateway-calls.mjs"
import { benchMaintenance } from "./maintenance.mjs"
import { benchPayouts } from "./payouts.mjs"
import { benchReconcile } from "./reconcile.mjs"
import { describeLoad, describeMachine } from "./report/machine.mjs"
import { isMissed, render } from "./report/table.mjs"
import { benchSettlement } from "./settlement.mjs"
import { benchStatement } from "./statement.mjs"
import { createSurroundings } from "./surroundings.mjs"

/** @import { Surroundings } from "./surroundings.mjs" */
/** @import { Table } from "./report/table.mjs" */

/** @type {Record<string, (surroundings: Surroundings) => Promise<Table>>} */
const benchmarks = {
  calls: benchCalls,
  gate: benchGate,
  maintenance: benchMaintenance,
  completion: benchCompletion,
  settlement: benchSettlement,
  "gateway-calls": benchGatewayCalls,
  payouts: benchPayouts,
  statement: benchStatement,
  // These end the shop.
  reconcile: benchReconcile,
  boot: benchBoot,
}

const { values: options, positionals: names } = parseArgs({
  allowPositionals: true,
  options: { tiny: { type: "boolean" }, list: { type: "boolean" } },
})
const unknown = names.filter((name) => !(name in benchmarks))
if (unknown.length > 0) {
  console.error(
    `There is no benchmark ${unknown.join(", ")}; there are ${Object.keys(benchmarks).join(", ")}.`
  )
  process.exit(2)
}
if (options.list) {
  console.log(Object.keys(benchmarks).join("\n"))
  process.exit()
}

const started = Date.now()
console.log(`${describeMachine()}\n`)
const surroundings = createSurroundings(options.tiny ? "tiny" : "usual")
let missed = 0
try {
  const chosen = Object.entries(benchmarks).filter(
    ([name]) => names.length === 0 || names.includes(name)
  )
  for (const [name, run] of chosen) {
    const load = describeLoad()
    const table = await run(surroundings)
    if (options.tiny) {
      for (const row of table.rows) delete row.target
    }
    missed += table.rows.filter(isMissed).length
    table.title += ` (${name})`
    table.notes.push(`Measured with a ${load}.`)
    console.log(`${render(table)}\n`)
  }
} catch (error) {
  console.error(surroundings.shopOutput())
  throw error
} finally {
  await surroundings.stop()
}
const seconds = Math.round((Date.now() - started) / 1000)
console.log(`${verdict()}; ${seconds} s.`)
process.exitCode = missed === 0 ? 0 : 1

function verdict() {
  if (options.tiny) return "Figures of so little say nothing"
  return missed === 0 ? "Every target is met" : `${missed} targets are missed`
}
