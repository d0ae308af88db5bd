import type {
  AuthenticatedMedusaRequest,
  MedusaResponse,
} from "@medusajs/framework/http"
import { one2paysOf } from "../../../../../../modules/one2pays"
import { approveWithdrawWorkflow } from "../../../../../../workflows/withdraws/approve-withdraw"
import { requestLocale } from "../../../../../support/language/request-locale"
import { renderWithdraw } from "../../render-withdraw"

/**
 * `POST /admin/one2pays/withdraws/:id/approve`: lets a withdraw leave. 403 for the user's own request, 409 in another
 * state.
 */
export const POST = async (
  req: AuthenticatedMedusaRequest,
  res: MedusaResponse
) => {
  const { result } = await approveWithdrawWorkflow(req.scope).run({
    input: {
      withdraw_id: String(req.params.id),
      actor_id: req.auth_context.actor_id,
    },
  })
  const isUnitProved = await one2paysOf(req.scope).unit.isProved()
  res.json({
    withdraw: renderWithdraw(result, requestLocale(req), isUnitProved),
  })
}
