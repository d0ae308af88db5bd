import type {
  AuthenticatedMedusaRequest,
  MedusaResponse,
} from "@medusajs/framework/http"
import { one2paysOf } from "../../../../modules/one2pays"
import { parse } from "../../../support/requests/list-query"
import { readableOrders } from "../../../support/rights/readable-orders"
import { searched } from "./find-payments"
import { readOrderMoney } from "./order-money"
import { paymentQuery } from "./payment-query"
import { renderAdminPayment } from "./render-payment"

/**
 * `GET /admin/one2pays/payments`: payments, the newest first unless `order` says otherwise, with the numbers and
 * customers of their orders for staff who may read orders. The filters are `issue` (`open`, `resolved`, `any` or an
 * issue's code), `state`, `status` (how a payment looks to staff), `initiated`, `payment_method`, `order_id`,
 * `created_from`, `created_to`, `paid_from`, `paid_to` and `q`. `q` searches references, the gateway's ids, payers, their
 * last four digits, amounts, the numbers and ids of orders and their customers. With `order_id`, `order_money` says how the
 * money of that order stands.
 */
export const GET = async (
  req: AuthenticatedMedusaRequest,
  res: MedusaResponse
) => {
  const query = parse(paymentQuery, req.query)
  const { limit, offset, order_id } = query
  const [{ payments, count }, order_money] = await Promise.all([
    one2paysOf(req.scope).payments.list(await searched(query, req)),
    order_id ? readOrderMoney(req, order_id) : undefined,
  ])
  const orders = await readableOrders(
    req,
    payments.map((payment) => payment.order_id)
  )
  res.json({
    payments: payments.map((payment) => ({
      ...renderAdminPayment(req, payment),
      order: orders.get(payment.order_id ?? "") ?? null,
    })),
    count,
    limit,
    offset,
    order_money,
  })
}
