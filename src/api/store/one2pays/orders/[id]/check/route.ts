import type { MedusaRequest, MedusaResponse } from "@medusajs/framework/http"
import { checkPayment } from "../../../../../support/checkout/check-payment"
import { requestLocale } from "../../../../../support/language/request-locale"
import { renderPayment } from "../render-payment"
import { loadFacts } from "../shown-payment"

/**
 * `POST /store/one2pays/orders/:id/check`: the customer says that they have paid. It asks the gateway once, acts on its
 * answer, and answers as `GET /store/one2pays/orders/:id` does. While another process does the same, it tells what is
 * known. 503 when the gateway cannot be asked, or the customer has asked too often.
 */
export const POST = async (req: MedusaRequest, res: MedusaResponse) => {
  const orderId = String(req.params.id)
  const { payment } = await loadFacts(req.scope, orderId)
  await checkPayment(req.scope, payment)
  const facts = await loadFacts(req.scope, orderId)
  res.json(await renderPayment(facts, requestLocale(req)))
}
