import { orderIdIn } from "./checkout.mjs"
import { percentile } from "./report/statistics.mjs"
import { timesThePeer } from "./report/target.mjs"

/** @import { Shop, Surroundings } from "./surroundings.mjs" */
/** @import { Table } from "./report/table.mjs" */

const WARM_UP = 10
const ROUNDS = 40

/**
 * Placing an order: One2Pays, whose gateway answers at once, beside the manual provider, which calls nobody.
 * @param {Surroundings} surroundings
 * @returns {Promise<Table>}
 */
export async function benchCompletion(surroundings) {
  const shop = await surroundings.shop()
  /** @type {number[]} */
  const ours = []
  /** @type {number[]} */
  const peer = []
  for (let round = -WARM_UP; round < ROUNDS; round++) {
    const one2paysCart = await cartFor(shop, "pp_one2pays_one2pays")
    const systemCart = await cartFor(shop, "pp_system_default")
    // Whoever goes second finds what the first left behind: they take turns at that as well.
    const times =
      round % 2 === 0
        ? [await complete(shop, one2paysCart), await complete(shop, systemCart)]
        : [
            await complete(shop, systemCart),
            await complete(shop, one2paysCart),
          ].reverse()
    if (round < 0) continue
    ours.push(times[0] ?? 0)
    peer.push(times[1] ?? 0)
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
      `${ROUNDS} orders each in one Medusa app, in turn, after ${WARM_UP} to warm up; the sandbox in a process of its own.`,
      "Ours includes the gateway call that makes the payment, and its QR checked against the order.",
    ],
  }
}

/**
 * @param {Shop} shop
 * @param {string} provider
 */
async function cartFor({ buyer, variant }, provider) {
  const cart = await buyer.fillCart(variant)
  const collection = await buyer.startPayment(cart.id)
  await buyer.choosePayment(collection, undefined, provider)
  return cart.id
}

/**
 * @param {Shop} shop
 * @param {string} cartId
 * @returns {Promise<number>} milliseconds
 */
async function complete({ buyer }, cartId) {
  const started = performance.now()
  const answer = await buyer.complete(cartId)
  const took = performance.now() - started
  orderIdIn(answer)
  return took
}
