import type {
  AuthenticatedMedusaRequest,
  MedusaResponse,
} from "@medusajs/framework/http"
import { one2paysOf } from "../../../../../../modules/one2pays"
import { loggerOf } from "../../../../../../modules/one2pays/core/query"
import { reachable } from "../../../../../../modules/one2pays/errors/public-error"
import { cancelWithdrawWorkflow } from "../../../../../../workflows/withdraws/cancel-withdraw"
import { parse } from "../../../../../support/requests/list-query"
import { readJson } from "../../../../../support/requests/read-json"
import { requestLocale } from "../../../../../support/language/request-locale"
import { reasonBody } from "../../reason-body"
import { renderWithdraw } from "../../render-withdraw"

/**
 * `POST /admin/one2pays/withdraws/:id/cancel` `{ reason? }`: cancels a withdraw, at once before it has left and at the
 * gateway after. 409 when it has ended, 503 when the gateway cannot be asked.
 */
export const POST = async (
  req: AuthenticatedMedusaRequest,
  res: MedusaResponse
) => {
  const id = String(req.params.id)
  const { reason } = parse(reasonBody, await readJson(req))
  const { result } = await reachable(
    { logger: loggerOf(req.scope), reader: "staff" },
    `withdraw ${id} could not be canceled`,
    () =>
      cancelWithdrawWorkflow(req.scope).run({
        input: {
          withdraw_id: id,
          actor_id: req.auth_context.actor_id,
          reason,
        },
      })
  )
  const isUnitProved = await one2paysOf(req.scope).unit.isProved()
  res.json({
    withdraw: renderWithdraw(result, requestLocale(req), isUnitProved),
  })
}
