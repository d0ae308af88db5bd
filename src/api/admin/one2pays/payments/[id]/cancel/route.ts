import type { MedusaRequest, MedusaResponse } from "@medusajs/framework/http"
import { staffMessage } from "../../../../../../messages"
import { staffError } from "../../../../../../modules/one2pays/errors/staff-error"
import { cancelOne2PaysPaymentWorkflow } from "../../../../../../workflows/payments/cancel-payment"
import { findPayment } from "../../find-payment"
import { renderAdminPayment } from "../../render-payment"

/**
 * `POST /admin/one2pays/payments/:id/cancel`: cancels a payment at the gateway. While the gateway cannot be reached,
 * `cancel_requested_at` is set, and the reconciliation tries again until it has. 409 when the customer has paid.
 */
export const POST = async (req: MedusaRequest, res: MedusaResponse) => {
  const { id } = await findPayment(req)
  await cancelOne2PaysPaymentWorkflow(req.scope).run({
    input: { payment_id: id },
  })
  const payment = await findPayment(req)
  if (payment.state === "succeeded") {
    throw staffError(staffMessage("payment_not_cancelable"))
  }
  res.json({ payment: renderAdminPayment(req, payment) })
}
