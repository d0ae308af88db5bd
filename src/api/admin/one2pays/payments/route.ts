import type { MedusaRequest, MedusaResponse } from "@medusajs/framework/http"
import { one2paysOf } from "../../../../modules/one2pays"
import { parse } from "../../../support/list-query"
import { withOrders } from "../../../support/search"
import { paymentQuery } from "./payment-query"
import { renderAdminPayment } from "./render-payment"

/**
 * `GET /admin/one2pays/payments`: payments, the newest first unless `order` says otherwise. `issue` is `open`,
 * `resolved`, `any` or an issue's code. `q` searches references, the numbers and ids of orders
 * and the gateway's ids.
 */
export const GET = async (req: MedusaRequest, res: MedusaResponse) => {
  const query = parse(paymentQuery, req.query)
  const { payments, count } = await one2paysOf(req.scope).payments.list(
    await withOrders(query, req.scope)
  )
  const { limit, offset } = query
  res.json({
    payments: payments.map((payment) => renderAdminPayment(req, payment)),
    count,
    limit,
    offset,
  })
}
