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
 * `POST /admin/one2pays/withdraws/:id/pay-back`: a refund, or money that was to go back, and was not
 * paid out is sent once more, to the same account; closes the issue. 201 with the new payout; 409
 * when nothing failed.
 */
export const POST = async (
  req: AuthenticatedMedusaRequest,
  res: MedusaResponse
) => {
  const { result: id } = await payBackWorkflow(req.scope).run({
    input: {
      withdraw_id: String(req.params.id),
      actor_id: req.auth_context.actor_id,
    },
  })
  const { payouts } = req.scope.resolve<One2PaysModuleService>(ONE2PAYS_MODULE)
  res.status(201).json({ withdraw: renderWithdraw(await payouts.retrieve(id)) })
}
