import type {
  AuthenticatedMedusaRequest,
  MedusaResponse,
} from "@medusajs/framework/http"
import { one2paysOf } from "../../../../../modules/one2pays"
import { readableOrders } from "../../../../support/rights/readable-orders"
import { findPayment } from "../find-payment"
import { renderAdminPayment, renderReceived } from "../render-payment"

/**
 * `GET /admin/one2pays/payments/:id`: one payment from the database, without a gateway call, with its order's number and
 * customer for staff who may read orders. `money` is what came for it, by the gateway's own time.
 */
export const GET = async (
  req: AuthenticatedMedusaRequest,
  res: MedusaResponse
) => {
  const payment = await findPayment(req)
  const [orders, money] = await Promise.all([
    readableOrders(req, [payment.order_id]),
    one2paysOf(req.scope).payments.listReceived(payment.id),
  ])
  res.json({
    payment: {
      ...renderAdminPayment(req, payment),
      order: orders.get(payment.order_id ?? "") ?? null,
      money: money.map(renderReceived),
    },
  })
}
