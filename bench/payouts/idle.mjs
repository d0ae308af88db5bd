import { setTimeout as sleep } from "node:timers/promises"
import { ONE2PAYS, placeOrder } from "../checkout.mjs"

/** @import { Shop } from "../surroundings.mjs" */

const POLL_MS = 20

const LEFT = `
  select extract(epoch from approved.created_at) * 1000 as approved_at
    from one2pays_withdraw_event approved
    join one2pays_withdraw withdraw on withdraw.id = approved.withdraw_id
   where approved.to_state = 'approved' and withdraw.gateway_withdraw_id is not null
   order by approved.created_at`

/**
 * How long payouts take from their approval to the gateway, one after the other in a Medusa app that has nothing else to do.
 * @param {Shop} shop
 * @param {number} count
 * @returns {Promise<number[]>} milliseconds
 */
export async function measureIdle(shop, count) {
  // Its QR proves the unit, and no payout leaves before that.
  await placeOrder(shop, ONE2PAYS)
  /** @type {number[]} */
  let approvedAt = []
  for (let paid = 1; paid <= count; paid++) {
    // An amount of its own: nobody has to say why it is meant.
    shop.startPayout(`${paid}.00`)
    while (approvedAt.length < paid) {
      await sleep(POLL_MS)
      /** @type {import("pg").QueryResult<{ approved_at: string }>} */
      const { rows } = await shop.database.query(LEFT)
      approvedAt = rows.map((row) => Number(row.approved_at))
    }
  }
  const answer = await fetch(`${shop.gateways.url}/_sandbox/api/calls`)
  const calls = /** @type {{ endpoint: string, at: number }[]} */ (
    await answer.json()
  ).filter(({ endpoint }) => endpoint === "withdraws.create")
  return approvedAt.map((at, index) => (calls[index]?.at ?? Infinity) - at)
}
