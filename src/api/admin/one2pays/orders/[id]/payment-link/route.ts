import type { MedusaRequest, MedusaResponse } from "@medusajs/framework/http"
import type { ConfigModule } from "@medusajs/framework/types"
import { ContainerRegistrationKeys } from "@medusajs/framework/utils"
import { one2paysOf } from "../../../../../../modules/one2pays"
import { noSuchOrder } from "../../../../../../modules/one2pays/errors/staff-error"
import { makePaymentLinkWorkflow } from "../../../../../../workflows/orders/make-payment-link"
import { PATIENCE_MS } from "../../../../../../workflows/payments/patience"
import {
  loadPaymentLink,
  type PaymentLink,
} from "../../../../../support/checkout/payment-link"
import {
  paymentLinkAddress,
  type PaymentLinkAddress,
} from "../../../../../support/payment-link-address"

/** A link that staff send to the customer of an order. */
export type PaymentLinkView = PaymentLinkAddress &
  Pick<PaymentLink, "id" | "order_id" | "amount" | "currency_code">

/**
 * `POST /admin/one2pays/orders/:id/payment-link`: a link by which the customer of an order pays what it owes now, also
 * after an earlier payment has ended. Asked again, it answers the same link while the same sum is owed. `amount` is THB in
 * major units. 409 where nothing is owed, and where money has come that the order has not taken yet. It never calls the
 * gateway.
 */
export const POST = async (req: MedusaRequest, res: MedusaResponse) => {
  const order_id = String(req.params.id)
  const { turns } = one2paysOf(req.scope).payments
  const id = await turns.during(order_id, PATIENCE_MS, async () => {
    const { result } = await makePaymentLinkWorkflow(req.scope).run({
      input: { order_id },
    })
    return result
  })
  const link = await loadPaymentLink(req.scope, { id, order_id })
  if (!link) {
    throw noSuchOrder(order_id)
  }
  const config = req.scope.resolve<ConfigModule>(
    ContainerRegistrationKeys.CONFIG_MODULE
  )
  const { amount, currency_code } = link
  const payment_link: PaymentLinkView = {
    ...{ id, order_id, amount, currency_code },
    ...paymentLinkAddress(config, { id, order_id }),
  }
  res.json({ payment_link })
}
