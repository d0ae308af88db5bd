import type { MedusaRequest, MedusaResponse } from "@medusajs/framework/http"
import type { Logger } from "@medusajs/framework/types"
import { ContainerRegistrationKeys } from "@medusajs/framework/utils"
import { toPublicError } from "../../../../../../modules/one2pays/public-error"
import { settlePaymentWorkflow } from "../../../../../../workflows/settle-payment"
import { findPayment } from "../../find-payment"
import { renderAdminPayment } from "../../render-payment"

/** `POST /admin/one2pays/payments/:id/check`: asks the gateway now, and acts on what it says. */
export const POST = async (req: MedusaRequest, res: MedusaResponse) => {
  const { id, reference_id } = await findPayment(req)
  try {
    await settlePaymentWorkflow(req.scope).run({ input: { payment_id: id } })
  } catch (error) {
    throw toPublicError(
      error,
      req.scope.resolve<Logger>(ContainerRegistrationKeys.LOGGER),
      `payment ${reference_id ?? id} could not be checked`
    )
  }
  res.json({ payment: renderAdminPayment(await findPayment(req)) })
}
