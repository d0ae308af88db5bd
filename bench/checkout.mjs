import Stripe from "stripe"
import { STRIPE_WEBHOOK_SECRET } from "./surroundings.mjs"

/** @import { Shop } from "./surroundings.mjs" */
/** @import { Answer } from "../integration-tests/setup/buyer.js" */

/** @typedef {"pp_one2pays_one2pays" | "pp_stripe-promptpay_stripe" | "pp_system_default"} Provider */

export const ONE2PAYS = "pp_one2pays_one2pays"
export const STRIPE = "pp_stripe-promptpay_stripe"
export const SYSTEM = "pp_system_default"

/**
 * @typedef {object} ReadyCart all but completed
 * @property {string} cartId
 * @property {string} collectionId
 * @property {string} [intentId] Stripe's
 */

/**
 * @param {Shop} shop
 * @param {Provider} provider
 * @returns {Promise<ReadyCart>}
 */
export async function readyCart(shop, provider) {
  const { buyer, variant } = shop
  const { id: cartId } = await buyer.fillCart(variant)
  const collectionId = await buyer.startPayment(cartId)
  const intentId = await choosePayment(shop, collectionId, provider)
  return { cartId, collectionId, intentId }
}

/**
 * @param {Shop} shop
 * @param {string} collectionId
 * @param {Provider} provider
 * @returns {Promise<string | undefined>} the id of Stripe's PaymentIntent
 */
export async function choosePayment({ buyer }, collectionId, provider) {
  const data = provider === ONE2PAYS ? undefined : {}
  const answer = await buyer.choosePayment(collectionId, data, provider)
  expectOk(answer)
  const { payment_collection: collection } =
    /** @type {{ payment_collection: { payment_sessions: { data: { id?: string } }[] } }} */ (
      answer.data
    )
  return collection.payment_sessions[0]?.data.id
}

/**
 * @param {Shop} shop
 * @param {ReadyCart} cart
 * @returns {Promise<string>} the order's id
 */
export async function completeCart({ buyer }, { cartId }) {
  const answer = await buyer.complete(cartId)
  expectOk(answer)
  const { order } = /** @type {{ order?: { id: string } }} */ (answer.data)
  if (!order) throw new Error(`No order: ${JSON.stringify(answer.data)}`)
  return order.id
}

/**
 * An order that waits for its money.
 * @param {Shop} shop
 * @param {typeof ONE2PAYS | typeof STRIPE} provider
 */
export async function placeOrder(shop, provider) {
  const cart = await readyCart(shop, provider)
  // The customer scans Stripe's QR before the shop completes the cart, ours after it.
  if (cart.intentId) await moveIntent(shop, cart.intentId, "processing")
  const orderId = await completeCart(shop, cart)
  return { orderId, intentId: cart.intentId ?? "" }
}

/**
 * The customer pays at the sandbox, which sends its webhook unless told to be silent.
 * @param {Shop} shop
 * @param {string} orderId
 * @param {{ silent?: boolean }} [options]
 */
export async function payAtOne2Pays({ api, gateways }, orderId, options = {}) {
  const path = `/_sandbox/api/payments/${orderId}/pay`
  await api.post(`${gateways.url}${path}`, options)
}

/**
 * The customer's money reaches Stripe.
 * @param {Shop} shop
 * @param {string} intentId
 * @returns {Promise<() => Promise<void>>} sends the webhook of it, to core's route
 */
export async function payAtStripe(shop, intentId) {
  const intent = await moveIntent(shop, intentId, "succeeded")
  const payload = JSON.stringify({
    id: `evt_${intentId}`,
    object: "event",
    api_version: "2024-04-10",
    created: Math.floor(Date.now() / 1000),
    type: "payment_intent.succeeded",
    data: { object: intent },
    livemode: false,
    pending_webhooks: 1,
    request: { id: null, idempotency_key: null },
  })
  const signature = Stripe.webhooks.generateTestHeaderString({
    payload,
    secret: STRIPE_WEBHOOK_SECRET,
  })
  return async () => {
    await shop.api.post("/hooks/payment/stripe-promptpay_stripe", payload, {
      headers: {
        "content-type": "application/json",
        "stripe-signature": signature,
      },
    })
  }
}

/**
 * @param {Shop} shop
 * @param {string} intentId
 * @param {"processing" | "succeeded"} status
 * @returns {Promise<object>} the intent
 */
async function moveIntent({ api, gateways }, intentId, status) {
  /** @type {{ data: object }} */
  const { data } = await api.post(
    `http://127.0.0.1:${gateways.stripePort}/_control/${intentId}/${status}`
  )
  return data
}

/** @param {Answer} answer */
function expectOk({ status, data }) {
  if (status !== 200) throw new Error(`${status}: ${JSON.stringify(data)}`)
}
