import type { IOrderModuleService } from "@medusajs/framework/types"

/** Rows of core's in one statement, and in all of a call. */
const AT_ONCE = 1000
const AT_MOST = 10_000

/**
 * Lists the orders whose sum may have changed since a time: core writes an action for every change of an order, also where
 * it emits no event. Core has no index by time. Its ids begin with the time, so that the newest actions are the last ones
 * of the primary key. An action whose change is confirmed later counts from then on.
 */
export async function listChangedOrders(
  orders: IOrderModuleService,
  since: Date
): Promise<string[]> {
  const changed = new Set<string>()
  for (let skip = 0; skip < AT_MOST; skip += AT_ONCE) {
    const actions = await orders.listOrderChangeActions(
      {},
      {
        select: ["id", "order_id", "updated_at"],
        order: { id: "DESC" },
        take: AT_ONCE,
        skip,
      }
    )
    const recent = actions.filter(
      ({ updated_at }) => new Date(updated_at) > since
    )
    for (const { order_id } of recent) {
      if (order_id) changed.add(order_id)
    }
    if (recent.length === 0 || actions.length < AT_ONCE) {
      break
    }
  }
  return [...changed]
}
