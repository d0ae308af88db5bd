import type {
  AuthenticatedMedusaRequest,
  MedusaResponse,
} from "@medusajs/framework/http"
import { one2paysOf } from "../../../../../../modules/one2pays"
import {
  loggerOf,
  queryOf,
} from "../../../../../../modules/one2pays/core/query"
import { reachable } from "../../../../../../modules/one2pays/errors/public-error"

/**
 * `POST /admin/one2pays/withdraws/:id/account-number`: the whole account number, for a person who checks it before they
 * approve. The trail keeps who saw it. 400 when it is no longer kept, 500 when its key is gone.
 *
 * No workflow runs here: a workflow's engine may keep what a step answers.
 */
export const POST = async (
  req: AuthenticatedMedusaRequest,
  res: MedusaResponse
) => {
  const { people, withdraws } = one2paysOf(req.scope)
  const id = String(req.params.id)
  const person = await people.deciding(
    queryOf(req.scope),
    req.auth_context.actor_id
  )
  const account_number = await reachable(
    { logger: loggerOf(req.scope), reader: "staff" },
    `the account number of withdraw ${id} could not be shown`,
    () => withdraws.showAccountNumber(id, person)
  )
  res.setHeader("Cache-Control", "no-store")
  res.json({ account_number })
}
