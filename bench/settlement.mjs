import {
  ONE2PAYS,
  payAtOne2Pays,
  payAtStripe,
  placeOrder,
  STRIPE,
} from "./checkout.mjs"
import { percentile } from "./report/statistics.mjs"
import { atMost, timesSooner } from "./report/target.mjs"
import { untilPaid } from "./until-paid.mjs"

/** @import { Shop, Surroundings } from "./surroundings.mjs" */
/** @import { Table } from "./report/table.mjs" */

const SIZES = {
  // Several of ours in a round, because a p95 of ten says little.
  usual: { rounds: 10, oursPerRound: 5 },
  tiny: { rounds: 1, oursPerRound: 1 },
}

/**
 * From the webhook to the paid order, beside Medusa's own Stripe provider, whose webhooks go through core's route.
 * @param {Surroundings} surroundings
 * @returns {Promise<Table>}
 */
export async function benchSettlement(surroundings) {
  const { rounds, oursPerRound } = SIZES[surroundings.size]
  const shop = await surroundings.shop()
  for (let count = 0; count < oursPerRound; count++) await settleOne2Pays(shop)
  /** @type {number[]} */
  const ours = []
  /** @type {number[]} */
  const peer = []
  for (let round = 0; round < rounds; round++) {
    for (let count = 0; count < oursPerRound; count++) {
      ours.push(await settleOne2Pays(shop))
    }
    peer.push(await settleStripe(shop))
  }
  return {
    title: "From the webhook to the paid order",
    peer: "payment-stripe",
    rows: [
      {
        what: "p50",
        unit: "ms",
        ours: percentile(ours, 0.5),
        peer: percentile(peer, 0.5),
        target: timesSooner(15),
      },
      {
        what: "p95",
        unit: "ms",
        ours: percentile(ours, 0.95),
        peer: percentile(peer, 0.95),
        target: atMost(200, "ms"),
      },
    ],
    notes: [
      `${ours.length} orders of ours, ${peer.length} of payment-stripe's, in turn in one Medusa app; each was placed and awaited its payment.`,
      "Core works on a webhook 5,000 ms after its arrival, whoever the provider is; the route /hooks/one2pays works on it at once.",
      "Both end when the database has the payment captured and booked on the order. Ours begins with the customer's payment at the sandbox, which sends the webhook.",
    ],
  }
}

/**
 * @param {Shop} shop
 * @returns {Promise<number>} milliseconds
 */
async function settleOne2Pays(shop) {
  const { orderId } = await placeOrder(shop, ONE2PAYS)
  const started = performance.now()
  await Promise.all([payAtOne2Pays(shop, orderId), untilPaid(shop, orderId)])
  return performance.now() - started
}

/**
 * @param {Shop} shop
 * @returns {Promise<number>} milliseconds
 */
async function settleStripe(shop) {
  const { orderId, intentId } = await placeOrder(shop, STRIPE)
  const sendWebhook = await payAtStripe(shop, intentId)
  const started = performance.now()
  await Promise.all([sendWebhook(), untilPaid(shop, orderId)])
  return performance.now() - started
}
