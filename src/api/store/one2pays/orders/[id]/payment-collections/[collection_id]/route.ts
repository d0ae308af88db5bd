import type { MedusaRequest, MedusaResponse } from "@medusajs/framework/http"
import { MedusaError } from "@medusajs/framework/utils"
import { one2paysOf } from "../../../../../../../modules/one2pays"
import {
  loadOrderFacts,
  owedThrough,
} from "../../../../../../../modules/one2pays/core/order-facts"
import { queryOf } from "../../../../../../../modules/one2pays/core/query"
import { expectedError } from "../../../../../../../modules/one2pays/errors/expected-error"

/** What a payment link asks for. `amount` is THB in major units, and 0 where nothing is left to pay. */
export interface StorePaymentLink {
  id: string
  order_id: string
  display_id: number | null
  amount: number
  currency_code: string
  /** Whether the order has a payment with One2Pays already, which `GET /store/one2pays/orders/:id` shows. */
  is_chosen: boolean
}

/**
 * `GET /store/one2pays/orders/:id/payment-collections/:collection_id`: what the payment link of an order asks for, which
 * the dashboard copies. Whoever has the link has both ids. 404 for a collection that is not the order's.
 */
export const GET = async (req: MedusaRequest, res: MedusaResponse) => {
  const id = String(req.params.id)
  const collection_id = String(req.params.collection_id)
  const [order, payment] = await Promise.all([
    loadOrderFacts(queryOf(req.scope), id),
    one2paysOf(req.scope).payments.findOfOrder(id),
  ])
  if (!order?.collections.some((each) => each.id === collection_id)) {
    throw expectedError(
      MedusaError.Types.NOT_FOUND,
      "This payment link belongs to no order"
    )
  }
  const payment_link: StorePaymentLink = {
    id: collection_id,
    order_id: order.id,
    display_id: order.display_id,
    amount: Number(owedThrough(order, collection_id)),
    currency_code: order.currency_code,
    is_chosen: payment !== null,
  }
  res.setHeader("Cache-Control", "private, no-store")
  res.json({ payment_link })
}
