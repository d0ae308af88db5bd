import type {
  AuthenticatedMedusaRequest,
  MedusaResponse,
} from "@medusajs/framework/http"
import { rejectWithdrawWorkflow } from "../../../../../../workflows/withdraws/reject-withdraw"
import { parse } from "../../../../../support/list-query"
import { requestLocale } from "../../../../../support/request-locale"
import { reasonBody } from "../../reason-body"
import { renderWithdraw } from "../../render-withdraw"

/** `POST /admin/one2pays/withdraws/:id/reject` `{ reason? }`: rejects a withdraw. 409 when it does not wait for approval. */
export const POST = async (
  req: AuthenticatedMedusaRequest,
  res: MedusaResponse
) => {
  const { result } = await rejectWithdrawWorkflow(req.scope).run({
    input: {
      withdraw_id: String(req.params.id),
      actor_id: req.auth_context.actor_id,
      ...parse(reasonBody, req.body ?? {}),
    },
  })
  res.json({ withdraw: renderWithdraw(result, requestLocale(req)) })
}
