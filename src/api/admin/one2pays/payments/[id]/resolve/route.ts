import type {
  AuthenticatedMedusaRequest,
  MedusaResponse,
} from "@medusajs/framework/http"
import { one2paysOf } from "../../../../../../modules/one2pays"
import { parse } from "../../../../../support/requests/list-query"
import { readJson } from "../../../../../support/requests/read-json"
import { resolution } from "../../../../../support/requests/resolution"
import { findPayment } from "../../find-payment"
import { renderAdminPayment } from "../../render-payment"

/**
 * `POST /admin/one2pays/payments/:id/resolve` `{ note, issue? }`: resolves an issue, and keeps the user, the time and the note.
 * 409 when it has no open issue, or another one than `issue`.
 */
export const POST = async (
  req: AuthenticatedMedusaRequest,
  res: MedusaResponse
) => {
  const { id } = await findPayment(req)
  const { note, issue } = parse(resolution, await readJson(req))
  const resolved = await one2paysOf(req.scope).issues.payments.resolve(
    id,
    req.auth_context.actor_id,
    note,
    issue
  )
  res.json({ payment: renderAdminPayment(req, resolved) })
}
