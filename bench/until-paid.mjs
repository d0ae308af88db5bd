import { setTimeout as sleep } from "node:timers/promises"

/** @import { Shop } from "./surroundings.mjs" */

const POLL_MS = 2
const PATIENCE_MS = 240_000

/** The whole collection captured, and the money booked on the order. */
const IS_PAID = `
  select 1
  from order_payment_collection link
  join payment_collection collection on collection.id = link.payment_collection_id
  where link.order_id = $1
    and collection.status = 'completed'
    and exists (select 1 from order_transaction booked where booked.order_id = link.order_id)`

/**
 * Waits until Medusa's database says that an order is paid: alike for every provider, and without a request that would keep Medusa busy.
 * @param {Shop} shop
 * @param {string} orderId
 * @param {{ pollMs?: number }} [options]
 */
export async function untilPaid(
  { database },
  orderId,
  { pollMs = POLL_MS } = {}
) {
  const deadline = performance.now() + PATIENCE_MS
  while (performance.now() < deadline) {
    const { rowCount } = await database.query({
      name: "is-paid",
      text: IS_PAID,
      values: [orderId],
    })
    if (rowCount) return
    await sleep(pollMs)
  }
  throw new Error(`Order ${orderId} was not paid within ${PATIENCE_MS} ms.`)
}
