import type {
  MedusaNextFunction,
  MedusaRequest,
  MedusaResponse,
} from "@medusajs/framework/http"
import { one2paysOf } from "../../modules/one2pays"
import { queryOf } from "../../modules/one2pays/core/query"
import { findOrderIdOfCollection } from "../../modules/one2pays/core/session-facts"
import { prepareOrderPaymentWorkflow } from "../../workflows/orders/prepare-order-payment"
import { choosesOne2Pays } from "./refuse-in-maintenance"
import { refuseTooManyPayments } from "./refuse-too-many-payments"

/**
 * Prepares a placed order for a payment session that the customer asks core for. Core deletes the sessions that are there
 * while it makes the new one, also when our provider refuses: whatever refuses has to come first.
 */
export async function prepareOrderPayment(
  req: MedusaRequest,
  _: MedusaResponse,
  next: MedusaNextFunction
): Promise<void> {
  const payment_collection_id = String(req.params.id)
  const order_id = choosesOne2Pays(req)
    ? await findOrderIdOfCollection(queryOf(req.scope), payment_collection_id)
    : null
  if (order_id) {
    await refuseTooManyPayments(one2paysOf(req.scope), order_id)
    await prepareOrderPaymentWorkflow(req.scope).run({
      input: { order_id, payment_collection_id },
    })
  }
  next()
}
