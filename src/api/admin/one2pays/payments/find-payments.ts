import type { AuthenticatedMedusaRequest } from "@medusajs/framework/http"
import { systemClock } from "../../../../gateway"
import type { StaffStatus } from "../../../../modules/one2pays/payments/lifecycle"
import { withOrders } from "../../../support/requests/search"

/** What a query asks for, in the form that the payments take: as they look now, with the orders that it searches for. */
export const searched = async <
  Query extends { q?: string; status?: StaffStatus[] },
>(
  { status, ...query }: Query,
  req: AuthenticatedMedusaRequest
) => ({
  ...(await withOrders(query, req, { with_customers: true })),
  ...(status
    ? { status: { any: status, at: new Date(systemClock.now()) } }
    : {}),
})
