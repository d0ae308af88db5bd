import pg from "pg"
import type { Buyer } from "../setup/buyer"
import { until } from "../setup/until"
import type { Instance } from "./cluster"
import { PATIENCE_MS } from "./customers"

/**
 * Kills an instance between an order's ties to its cart and payment, and the payment: as long as a lock on the cart
 * is held, core cannot write that it is completed, and does not go on.
 *
 * @returns the order's id
 */
export async function cutOff(
  databaseUrl: string,
  instance: Instance,
  buyer: Buyer,
  variant: string
): Promise<string> {
  const cart = await buyer.checkout(variant)
  const sql = new pg.Client({ connectionString: databaseUrl })
  await sql.connect()
  try {
    await sql.query("begin")
    await sql.query("select from cart where id = $1 for update", [cart.id])
    const completion = buyer.complete(cart.id).catch(() => null)
    const orderId = await until(
      async () => {
        const { rows } = await sql.query<{ order_id: string }>(
          `select order_id from order_cart join order_payment_collection using (order_id)
            where cart_id = $1 and payment_collection_id = $2`,
          [cart.id, cart.collectionId]
        )
        return rows[0]?.order_id
      },
      (id) => id !== undefined,
      PATIENCE_MS
    )
    await instance.kill()
    await completion
    // Nobody does after all what the dead one was waiting for.
    await sql.query(
      `select pg_terminate_backend(pid) from pg_stat_activity
        where datname = current_database() and wait_event_type = 'Lock'`
    )
    return orderId!
  } finally {
    await sql.end()
  }
}
