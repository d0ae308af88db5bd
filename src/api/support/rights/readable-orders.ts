import type { AuthenticatedMedusaRequest } from "@medusajs/framework/http"
import {
  readOrderNames,
  type OrderName,
} from "../../../modules/one2pays/core/order-names"
import { queryOf } from "../../../modules/one2pays/core/query"
import { isAllowed } from "./is-allowed"

export const mayReadOrders = (
  req: AuthenticatedMedusaRequest
): Promise<boolean> => isAllowed(req, "order", "read")

/** Reads the numbers and customers of orders for a user who may read orders. For any other user it reads none. */
export async function readableOrders(
  req: AuthenticatedMedusaRequest,
  ids: (string | null)[]
): Promise<Map<string, OrderName>> {
  return (await mayReadOrders(req))
    ? readOrderNames(queryOf(req.scope), ids)
    : new Map<string, OrderName>()
}
