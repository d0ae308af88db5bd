import type {
  MedusaNextFunction,
  MedusaRequest,
  MedusaResponse,
} from "@medusajs/framework/http"
import { one2paysOf } from "../../../modules/one2pays"
import { queryOf } from "../../../modules/one2pays/core/query"
import { findOrderIdOfCollection } from "../../../modules/one2pays/core/session-facts"
import { prepareOrderPaymentWorkflow } from "../../../workflows/orders/prepare-order-payment"
import { PATIENCE_MS } from "../../../workflows/payments/patience"
import { choosesOne2Pays } from "./refuse-in-outage"
import { refuseTooManyPayments } from "../requests/refuse-too-many"

/**
 * Prepares a placed order for a payment session that the customer asks core for. Core deletes the sessions that are there
 * while it makes the new one, also when our provider refuses: whatever refuses has to come first. The order's turn lasts until core's
 * route answers, so that no other session is made or deleted meanwhile.
 */
export async function prepareOrderPayment(
  req: MedusaRequest,
  res: MedusaResponse,
  next: MedusaNextFunction
): Promise<void> {
  const payment_collection_id = String(req.params.id)
  const order_id = choosesOne2Pays(req)
    ? await findOrderIdOfCollection(queryOf(req.scope), payment_collection_id)
    : null
  if (order_id) {
    await refuseTooManyPayments(one2paysOf(req.scope), order_id)
    await holdTurn(req, res, order_id)
    await prepareOrderPaymentWorkflow(req.scope).run({
      input: { order_id, payment_collection_id },
    })
  }
  next()
}

/** Takes the order's turn, and ends it with the answer, also one to a customer who has left. */
async function holdTurn(
  req: MedusaRequest,
  res: MedusaResponse,
  orderId: string
): Promise<void> {
  const { turns } = one2paysOf(req.scope).payments
  const turn = await turns.take(orderId, PATIENCE_MS)
  const json = res.json.bind(res)
  res.json = (body: unknown) => {
    void turns.end(turn).then(() => json(body))
    return res
  }
}
