import type { MedusaRequest, MedusaResponse } from "@medusajs/framework/http"
import { MedusaError } from "@medusajs/framework/utils"
import { expectedError } from "../../../../../../../modules/one2pays/errors/expected-error"
import { loadPaymentLink } from "../../../../../../support/checkout/payment-link"

/**
 * `GET /store/one2pays/orders/:id/payment-collections/:collection_id`: what the payment link of an order asks for, which
 * the dashboard copies. Whoever has the link has both ids. 404 for a collection that is not the order's.
 */
export const GET = async (req: MedusaRequest, res: MedusaResponse) => {
  const payment_link = await loadPaymentLink(req.scope, {
    order_id: String(req.params.id),
    id: String(req.params.collection_id),
  })
  if (!payment_link) {
    throw expectedError(
      MedusaError.Types.NOT_FOUND,
      "This payment link belongs to no order"
    )
  }
  res.setHeader("Cache-Control", "private, no-store")
  res.json({ payment_link })
}
