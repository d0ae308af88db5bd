import type { AuthenticatedMedusaRequest } from "@medusajs/framework/http"
import {
  findOrdersByNumber,
  findOrdersOfCustomers,
} from "../../../modules/one2pays/core/order-names"
import { queryOf } from "../../../modules/one2pays/core/query"
import type { Search } from "../../../modules/one2pays/shared/paging"
import { mayReadOrders } from "../rights/readable-orders"

/**
 * Adds to a list's query the orders that its search names by their number, of those that the requesting user may read.
 *
 * @param with_customers also those whose customers the search names
 */
export async function withOrders<Query extends { q?: string }>(
  { q, ...query }: Query,
  req: AuthenticatedMedusaRequest,
  { with_customers = false } = {}
): Promise<Omit<Query, "q"> & { q?: Search }> {
  if (!q) {
    return query
  }
  const core = queryOf(req.scope)
  const orders = (await mayReadOrders(req))
    ? await Promise.all([
        findOrdersByNumber(core, q),
        with_customers ? findOrdersOfCustomers(core, q) : [],
      ])
    : []
  return { ...query, q: { text: q, orders: orders.flat() } }
}
