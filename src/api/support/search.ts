import type { MedusaContainer } from "@medusajs/framework/types"
import { findOrdersByNumber } from "../../modules/one2pays/core/order-names"
import { queryOf } from "../../modules/one2pays/core/query"
import type { Search } from "../../modules/one2pays/shared/paging"

/** Adds to a list's query the orders that its search names by their number. */
export const withOrders = async <Query extends { q?: string }>(
  { q, ...query }: Query,
  container: MedusaContainer
): Promise<Omit<Query, "q"> & { q?: Search }> => ({
  ...query,
  ...(q
    ? {
        q: {
          text: q,
          orders: await findOrdersByNumber(queryOf(container), q),
        },
      }
    : {}),
})
