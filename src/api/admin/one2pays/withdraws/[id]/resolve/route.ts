import type {
  AuthenticatedMedusaRequest,
  MedusaResponse,
} from "@medusajs/framework/http"
import {
  ONE2PAYS_MODULE,
  type One2PaysModuleService,
} from "../../../../../../modules/one2pays"
import { parse } from "../../../../../support/list-query"
import { resolution } from "../../../../../support/resolution"
import { renderWithdraw } from "../../render-withdraw"
import { requestLocale } from "../../../../../support/request-locale"

/** `POST /admin/one2pays/withdraws/:id/resolve` `{ note }`: closes an issue; who did it, when and why is kept. */
export const POST = async (
  req: AuthenticatedMedusaRequest,
  res: MedusaResponse
) => {
  const { payouts } = req.scope.resolve<One2PaysModuleService>(ONE2PAYS_MODULE)
  const { id } = await payouts.retrieve(String(req.params.id))
  const { note } = parse(resolution, req.body)
  const resolved = await payouts.resolveIssue(
    id,
    req.auth_context.actor_id,
    note
  )
  res.json({ withdraw: renderWithdraw(resolved, requestLocale(req)) })
}
