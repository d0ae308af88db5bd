import type {
  AuthenticatedMedusaRequest,
  MedusaResponse,
} from "@medusajs/framework/http"
import { MedusaError } from "@medusajs/framework/utils"
import { staffText } from "../../../../../../messages"
import { one2paysOf } from "../../../../../../modules/one2pays"
import { expectedError } from "../../../../../../modules/one2pays/errors/expected-error"
import { parse } from "../../../../../support/list-query"
import { resolution } from "../../../../../support/resolution"
import { findPayment } from "../../find-payment"
import { renderAdminPayment } from "../../render-payment"

/** `POST /admin/one2pays/payments/:id/resolve` `{ note }`: resolves an issue, and keeps the user, the time and the note. */
export const POST = async (
  req: AuthenticatedMedusaRequest,
  res: MedusaResponse
) => {
  const { id } = await findPayment(req)
  const { note } = parse(resolution, req.body)
  const resolved = await one2paysOf(req.scope).resolveIssue(
    id,
    req.auth_context.actor_id,
    note
  )
  if (!resolved) {
    throw expectedError(
      MedusaError.Types.NOT_ALLOWED,
      staffText("no_open_issue", { id }),
      "one2pays_wrong_state"
    )
  }
  res.json({ payment: renderAdminPayment(req, resolved) })
}
