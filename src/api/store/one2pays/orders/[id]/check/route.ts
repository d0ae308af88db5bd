import type { MedusaRequest, MedusaResponse } from "@medusajs/framework/http"
import { one2paysOf } from "../../../../../../modules/one2pays"
import { loggerOf } from "../../../../../../modules/one2pays/core/query"
import { isInProgress } from "../../../../../../modules/one2pays/errors/in-progress"
import { reachable } from "../../../../../../modules/one2pays/errors/public-error"
import { PATIENCE_MS } from "../../../../../../workflows/payments/patience"
import { settlePaymentWorkflow } from "../../../../../../workflows/payments/settle-payment"
import { refuseTooManyChecks } from "../../../../../support/refuse-too-many"
import { requestLocale } from "../../../../../support/request-locale"
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
  await refuseTooManyChecks(one2paysOf(req.scope), orderId)
  await reachable(
    { logger: loggerOf(req.scope) },
    `payment ${payment.reference_id ?? payment.id} could not be checked for its customer`,
    () =>
      settlePaymentWorkflow(req.scope).run({
        input: { payment_id: payment.id, patience_ms: PATIENCE_MS },
      })
  ).catch((error: unknown) => {
    if (!isInProgress(error)) {
      throw error
    }
  })
  const facts = await loadFacts(req.scope, orderId)
  res.json(await renderPayment(facts, requestLocale(req)))
}
