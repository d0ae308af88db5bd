import type {
  AuthenticatedMedusaRequest,
  MedusaResponse,
} from "@medusajs/framework/http"
import { rejectWithdrawsWorkflow } from "../../../../../workflows/withdraws/reject-withdraws"
import { parse } from "../../../../support/requests/list-query"
import { readJson } from "../../../../support/requests/read-json"
import { answerDecision, payoutIds } from "../decision"
import { reasonBody } from "../reason-body"

const body = reasonBody.extend({ ids: payoutIds })

/**
 * `POST /admin/one2pays/withdraws/reject` `{ ids, reason? }`: rejects up to 500 withdraws. 200 with those that were
 * rejected, and with the others and the reasons in `refused`.
 */
export const POST = async (
  req: AuthenticatedMedusaRequest,
  res: MedusaResponse
) => {
  const { ids, reason } = parse(body, await readJson(req))
  const { result } = await rejectWithdrawsWorkflow(req.scope).run({
    input: { withdraw_ids: ids, actor_id: req.auth_context.actor_id, reason },
  })
  await answerDecision(req, res, result)
}
