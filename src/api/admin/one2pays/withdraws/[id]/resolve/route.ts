import type {
  AuthenticatedMedusaRequest,
  MedusaResponse,
} from "@medusajs/framework/http"
import { one2paysOf } from "../../../../../../modules/one2pays"
import { parse } from "../../../../../support/requests/list-query"
import { readJson } from "../../../../../support/requests/read-json"
import { requestLocale } from "../../../../../support/language/request-locale"
import { resolution } from "../../../../../support/requests/resolution"
import { renderWithdraw } from "../../render-withdraw"

/**
 * `POST /admin/one2pays/withdraws/:id/resolve` `{ note, issue? }`: resolves an issue, and keeps the user, the time and the note.
 * 409 when it has no open issue, or another one than `issue`.
 */
export const POST = async (
  req: AuthenticatedMedusaRequest,
  res: MedusaResponse
) => {
  const { withdraws, issues, unit } = one2paysOf(req.scope)
  const { id } = await withdraws.retrieve(String(req.params.id))
  const { note, issue } = parse(resolution, await readJson(req))
  const resolved = await issues.withdraws.resolve(
    id,
    req.auth_context.actor_id,
    note,
    issue
  )
  const isUnitProved = await unit.isProved()
  res.json({
    withdraw: renderWithdraw(resolved, requestLocale(req), isUnitProved),
  })
}
