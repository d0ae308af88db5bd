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
 * that is the requesting user, also when they ask with an API key of theirs. `waits_behind` says what leaves before one
 * that waits for funds.
 */
export const GET = async (
  req: AuthenticatedMedusaRequest,
  res: MedusaResponse
) => {
  const { withdraws } = one2paysOf(req.scope)
  const withdraw = await withdraws.retrieve(String(req.params.id))
  const query = queryOf(req.scope)
  const [events, asked_by, is_own, before] = await Promise.all([
    withdraws.listEvents(withdraw.id),
    findAskedBy(query, withdraw),
    isOwnRequest(query, withdraw, req.auth_context.actor_id),
    withdraw.waits_for === "funds" ? withdraws.sumBefore(withdraw) : null,
  ])
  const locale = requestLocale(req)
  res.json({
    withdraw: {
      ...renderWithdraw(withdraw, locale),
      asked_by,
      is_own,
      waits_behind: before && { ...before, amount: Number(before.amount) },
      events: events.map((event) => renderEvent(event, locale)),
    },
  })
}
