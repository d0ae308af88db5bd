import type { MedusaRequest, MedusaResponse } from "@medusajs/framework/http"
import { loggerOf } from "../../../../../../modules/one2pays/core/query"
import { reachable } from "../../../../../../modules/one2pays/errors/public-error"
import { settlePaymentWorkflow } from "../../../../../../workflows/payments/settle-payment"
import { PATIENCE_MS } from "../../../../../../workflows/payments/patience"
import { findPayment } from "../../find-payment"
import { renderAdminPayment } from "../../render-payment"

/**
 * `POST /admin/one2pays/payments/:id/check`: refreshes a payment, a settled one too, and acts on the gateway's answer. 503
 * when it cannot be asked.
 */
export const POST = async (req: MedusaRequest, res: MedusaResponse) => {
  const { id, reference_id } = await findPayment(req)
  await reachable(
    { logger: loggerOf(req.scope), reader: "staff" },
    `payment ${reference_id ?? id} could not be checked`,
    () =>
      settlePaymentWorkflow(req.scope).run({
        input: {
          payment_id: id,
          settled_too: true,
          patience_ms: PATIENCE_MS,
        },
      })
  )
  res.json({
    payment: renderAdminPayment(req, await findPayment(req)),
  })
}
