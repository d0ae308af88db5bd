/**
 * Measures the plugin, each time beside a peer in the same run on the same machine.
 *
 *   npm run bench [-- calls|gate|completion|settlement|reconcile|gateway-calls|payouts|boot ...]
 *
 * Ends with 1 when a target was missed.
 */
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
import { createSurroundings } from "./surroundings.mjs"

/** @import { Surroundings } from "./surroundings.mjs" */
/** @import { Table } from "./report/table.mjs" */

/** @type {Record<string, ((surroundings: Surroundings) => Promise<Table>)[]>} */
const benchmarks = {
  calls: [benchCalls],
  gate: [benchGate, benchMaintenance],
  completion: [benchCompletion],
  settlement: [benchSettlement],
  "gateway-calls": [benchGatewayCalls],
  payouts: [benchPayouts],
  // These end the shop.
  reconcile: [benchReconcile],
  boot: [benchBoot],
}

const names = process.argv.slice(2)
const unknown = names.filter((name) => !(name in benchmarks))
if (unknown.length > 0) {
  console.error(
    `There is no benchmark ${unknown.join(", ")}; there are ${Object.keys(benchmarks).join(", ")}.`
  )
  process.exit(2)
}

const started = Date.now()
console.log(`${describeMachine()}\n`)
const surroundings = createSurroundings()
let missed = 0
try {
  const chosen = Object.entries(benchmarks)
    .filter(([name]) => names.length === 0 || names.includes(name))
    .flatMap(([, runs]) => runs)
  for (const run of chosen) {
    const load = describeLoad()
    const table = await run(surroundings)
    missed += table.rows.filter(isMissed).length
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
const verdict =
  missed === 0 ? "Every target is met" : `${missed} targets are missed`
console.log(`${verdict}; ${seconds} s.`)
process.exitCode = missed === 0 ? 0 : 1
