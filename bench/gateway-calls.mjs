import {
  choosePayment,
  ONE2PAYS,
  payAtOne2Pays,
  payAtStripe,
  placeOrder,
  readyCart,
  STRIPE,
} from "./checkout.mjs"
import { atMost } from "./report/target.mjs"
import { untilPaid } from "./until-paid.mjs"

/** @import { Shop, Surroundings } from "./surroundings.mjs" */
/** @import { Table } from "./report/table.mjs" */

const SIZES = {
  usual: { orders: 10, edits: 10 },
  tiny: { orders: 1, edits: 1 },
}

/**
 * How often the gateway is called for an order, and for a cart that never becomes one; counted where the calls arrive.
 * @param {Surroundings} surroundings
 * @returns {Promise<Table>}
 */
export async function benchGatewayCalls(surroundings) {
  const { orders, edits } = SIZES[surroundings.size]
  const shop = await surroundings.shop()
  const paid = {
    ours: await count(shop, () => payOrders(shop, ONE2PAYS, orders)),
    peer: await count(shop, () => payOrders(shop, STRIPE, orders)),
  }
  const abandoned = {
    ours: await count(shop, () => editAndLeave(shop, ONE2PAYS, edits)),
    peer: await count(shop, () => editAndLeave(shop, STRIPE, edits)),
  }
  return {
    title: "Calls of the gateway",
    peer: "payment-stripe",
    rows: [
      {
        what: "a paid order",
        unit: "",
        ours: paid.ours.one2pays / orders,
        peer: paid.peer.stripe / orders,
        target: atMost(2),
      },
      {
        what: `a cart edited ${edits} times and abandoned`,
        unit: "",
        ours: abandoned.ours.one2pays,
        peer: abandoned.peer.stripe,
        target: atMost(0),
      },
    ],
    notes: [
      `${orders} paid orders each, from the cart to the booked money; counted by the sandbox and by a stand-in of Stripe's API.`,
      "An edit changes the quantity; the storefront then asks for a payment session over the new total, as it must with every provider.",
    ],
  }
}

/**
 * @param {Shop} shop
 * @param {() => Promise<void>} work
 */
async function count(shop, work) {
  const before = await callsSoFar(shop)
  await work()
  const after = await callsSoFar(shop)
  return {
    one2pays: after.one2pays - before.one2pays,
    stripe: after.stripe - before.stripe,
  }
}

/** @param {Shop} shop */
async function callsSoFar({ api, gateways }) {
  /** @type {{ data: Record<string, number> }} */
  const { data: counts } = await api.get(
    `${gateways.url}/_sandbox/api/call-counts`
  )
  /** @type {{ data: { calls: number } }} */
  const { data: stripe } = await api.get(
    `http://127.0.0.1:${gateways.stripePort}/_control/calls`
  )
  const one2pays = Object.values(counts).reduce((sum, each) => sum + each, 0)
  return { one2pays, stripe: stripe.calls }
}

/**
 * @param {Shop} shop
 * @param {typeof ONE2PAYS | typeof STRIPE} provider
 * @param {number} count
 */
async function payOrders(shop, provider, count) {
  const orders = []
  while (orders.length < count) {
    orders.push(await placeOrder(shop, provider))
  }
  for (const { orderId, intentId } of orders) {
    if (provider === ONE2PAYS) await payAtOne2Pays(shop, orderId)
    else await (await payAtStripe(shop, intentId))()
  }
  for (const { orderId } of orders) await untilPaid(shop, orderId)
}

/**
 * @param {Shop} shop
 * @param {typeof ONE2PAYS | typeof STRIPE} provider
 * @param {number} edits
 */
async function editAndLeave(shop, provider, edits) {
  const { cartId, collectionId } = await readyCart(shop, provider)
  const { data } = await shop.buyer.get(`/store/carts/${cartId}`)
  const { cart } = /** @type {{ cart: { items: { id: string }[] } }} */ (data)
  const item = cart.items[0]?.id ?? ""
  for (let quantity = 2; quantity < 2 + edits; quantity++) {
    const path = `/store/carts/${cartId}/line-items/${item}`
    const edited = await shop.buyer.post(path, { quantity })
    if (edited.status !== 200) throw new Error(JSON.stringify(edited.data))
    await choosePayment(shop, collectionId, provider)
  }
}
