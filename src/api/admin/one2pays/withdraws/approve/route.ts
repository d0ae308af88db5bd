import type {
  AuthenticatedMedusaRequest,
  MedusaResponse,
} from "@medusajs/framework/http"
import { z } from "@medusajs/framework/zod"
import { approveWithdrawsWorkflow } from "../../../../../workflows/withdraws/approve-withdraws"
import { parse } from "../../../../support/requests/list-query"
import { readJson } from "../../../../support/requests/read-json"
import { answerDecision, payoutIds } from "../decision"

const body = z.strictObject({ ids: payoutIds })

/**
 * `POST /admin/one2pays/withdraws/approve` `{ ids }`: lets up to 500 withdraws leave, each by the rule of
 * `:id/approve`. 200 with those that were approved, and with the others and the reasons in `refused`.
 */
export const POST = async (
  req: AuthenticatedMedusaRequest,
  res: MedusaResponse
) => {
  const { ids } = parse(body, await readJson(req))
  const { result } = await approveWithdrawsWorkflow(req.scope).run({
    input: { withdraw_ids: ids, actor_id: req.auth_context.actor_id },
  })
  await answerDecision(req, res, result)
}
