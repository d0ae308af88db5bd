import type {
  AuthenticatedMedusaRequest,
  MedusaResponse,
} from "@medusajs/framework/http"
import {
  ONE2PAYS_MODULE,
  type One2PaysModuleService,
} from "../../../../../../modules/one2pays"
import { payBackWorkflow } from "../../../../../../workflows/pay-back"
import { renderWithdraw } from "../../../withdraws/render-withdraw"

/**
 * `POST /admin/one2pays/payments/:id/pay-back`: pays money that no order wants back to the account it
 * came from, and closes the issue. 201 with the payout, which waits for approval as any other; 409
 * when there is no such money, 503 when the gateway cannot be asked what came.
 */
export const POST = async (
  req: AuthenticatedMedusaRequest,
  res: MedusaResponse
) => {
  const { result: id } = await payBackWorkflow(req.scope).run({
    input: {
      payment_id: String(req.params.id),
      actor_id: req.auth_context.actor_id,
    },
  })
  const { payouts } = req.scope.resolve<One2PaysModuleService>(ONE2PAYS_MODULE)
  res.status(201).json({ withdraw: renderWithdraw(await payouts.retrieve(id)) })
}
