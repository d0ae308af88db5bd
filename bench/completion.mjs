import { completeCart, ONE2PAYS, readyCart, SYSTEM } from "./checkout.mjs"
import { percentile } from "./report/statistics.mjs"
import { timesThePeer } from "./report/target.mjs"

/** @import { Provider } from "./checkout.mjs" */
/** @import { Shop, Surroundings } from "./surroundings.mjs" */
/** @import { Table } from "./report/table.mjs" */

const SIZES = {
  usual: { warmUp: 10, rounds: 40 },
  tiny: { warmUp: 0, rounds: 1 },
}

/**
 * Placing an order: One2Pays, whose gateway answers at once, beside the manual provider, which calls nobody.
 * @param {Surroundings} surroundings
 * @returns {Promise<Table>}
 */
export async function benchCompletion(surroundings) {
  const { warmUp, rounds } = SIZES[surroundings.size]
  const shop = await surroundings.shop()
  /** @type {number[]} */
  const ours = []
  /** @type {number[]} */
  const peer = []
  for (let round = -warmUp; round < rounds; round++) {
    /** @type {[Provider, number[]][]} */
    const turns = [
      [ONE2PAYS, ours],
      [SYSTEM, peer],
    ]
    // Whoever goes second finds what the first left behind, so they take turns at that as well.
    if (round % 2 === 0) turns.reverse()
    for (const [provider, times] of turns) {
      const took = await timeCompletion(shop, provider)
      if (round >= 0) times.push(took)
    }
  }
  return {
    title: "Placing an order: POST /store/carts/:id/complete",
    peer: "pp_system_default",
    rows: [
      {
        what: "p50",
        unit: "ms",
        ours: percentile(ours, 0.5),
        peer: percentile(peer, 0.5),
        target: timesThePeer(1.25),
      },
      {
        what: "p95",
        unit: "ms",
        ours: percentile(ours, 0.95),
        peer: percentile(peer, 0.95),
      },
    ],
    notes: [
      `${rounds} orders each in one Medusa app, in turn, after ${warmUp} to warm up; the sandbox answers at once, in a process of its own.`,
      "Ours includes the gateway call that makes the payment, and the check of its QR.",
    ],
  }
}

/**
 * @param {Shop} shop
 * @param {Provider} provider
 * @returns {Promise<number>} milliseconds
 */
async function timeCompletion(shop, provider) {
  const cart = await readyCart(shop, provider)
  const started = performance.now()
  await completeCart(shop, cart)
  return performance.now() - started
}
