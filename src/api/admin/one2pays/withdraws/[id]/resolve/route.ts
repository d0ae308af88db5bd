import type {
  AuthenticatedMedusaRequest,
  MedusaResponse,
} from "@medusajs/framework/http"
import { one2paysOf } from "../../../../../../modules/one2pays"
import { parse } from "../../../../../support/list-query"
import { readJson } from "../../../../../support/read-json"
import { requestLocale } from "../../../../../support/request-locale"
import { resolution } from "../../../../../support/resolution"
import { renderWithdraw } from "../../render-withdraw"

/** `POST /admin/one2pays/withdraws/:id/resolve` `{ note }`: resolves an issue, and keeps the user, the time and the note. */
export const POST = async (
  req: AuthenticatedMedusaRequest,
  res: MedusaResponse
) => {
  const { withdraws, issues } = one2paysOf(req.scope)
  const { id } = await withdraws.retrieve(String(req.params.id))
  const { note } = parse(resolution, await readJson(req))
  const resolved = await issues.withdraws.resolve(
    id,
    req.auth_context.actor_id,
    note
  )
  res.json({ withdraw: renderWithdraw(resolved, requestLocale(req)) })
}
