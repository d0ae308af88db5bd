import type {
  AuthenticatedMedusaRequest,
  MedusaResponse,
} from "@medusajs/framework/http"
import { one2paysOf } from "../../../../../../modules/one2pays"
import { rejectWithdrawWorkflow } from "../../../../../../workflows/withdraws/reject-withdraw"
import { parse } from "../../../../../support/requests/list-query"
import { readJson } from "../../../../../support/requests/read-json"
import { requestLocale } from "../../../../../support/language/request-locale"
import { reasonBody } from "../../reason-body"
import { renderWithdraw } from "../../render-withdraw"

/** `POST /admin/one2pays/withdraws/:id/reject` `{ reason? }`: rejects a withdraw. 409 when it does not wait for approval. */
export const POST = async (
  req: AuthenticatedMedusaRequest,
  res: MedusaResponse
) => {
  const { reason } = parse(reasonBody, await readJson(req))
  const { result } = await rejectWithdrawWorkflow(req.scope).run({
    input: {
      withdraw_id: String(req.params.id),
      actor_id: req.auth_context.actor_id,
      reason,
    },
  })
  const isUnitProved = await one2paysOf(req.scope).unit.isProved()
  res.json({
    withdraw: renderWithdraw(result, requestLocale(req), isUnitProved),
  })
}
