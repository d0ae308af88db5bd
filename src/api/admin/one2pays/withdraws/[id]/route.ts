import type {
  AuthenticatedMedusaRequest,
  MedusaResponse,
} from "@medusajs/framework/http"
import { one2paysOf } from "../../../../../modules/one2pays"
import { queryOf } from "../../../../../modules/one2pays/core/query"
import {
  findAskedBy,
  isOwnRequest,
} from "../../../../../modules/one2pays/withdraw-rules/requester"
import { requestLocale } from "../../../../support/request-locale"
import { renderEvent, renderWithdraw } from "../render-withdraw"

/**
 * `GET /admin/one2pays/withdraws/:id`: one withdraw with its audit trail, the first line first. `asked_by` is the user who
 * cannot approve it; of a refund it is the user who refunded, though `requested_by` is `system`. `is_own` says whether
 * that is the requesting user, also when they ask with an API key of theirs.
 */
export const GET = async (
  req: AuthenticatedMedusaRequest,
  res: MedusaResponse
) => {
  const { withdraws, unit } = one2paysOf(req.scope)
  const withdraw = await withdraws.retrieve(String(req.params.id))
  const query = queryOf(req.scope)
  const [events, asked_by, is_own, isUnitProved] = await Promise.all([
    withdraws.listEvents(withdraw.id),
    findAskedBy(query, withdraw),
    isOwnRequest(query, withdraw, req.auth_context.actor_id),
    unit.isProved(),
  ])
  const locale = requestLocale(req)
  res.json({
    withdraw: {
      ...renderWithdraw(withdraw, locale, isUnitProved),
      asked_by,
      is_own,
      events: events.map((event) => renderEvent(event, locale)),
    },
  })
}
