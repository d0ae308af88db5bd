import type {
  AuthenticatedMedusaRequest,
  MedusaResponse,
} from "@medusajs/framework/http"
import { one2paysOf } from "../../../../../modules/one2pays"
import { queryOf } from "../../../../../modules/one2pays/core/query"
import { isSamePerson } from "../../../../../modules/one2pays/withdraw-rules/people"
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
  const { people, unit, withdraws } = one2paysOf(req.scope)
  const withdraw = await withdraws.retrieve(String(req.params.id))
  const query = queryOf(req.scope)
  const [events, requester, reader, isUnitProved, before] = await Promise.all([
    withdraws.listEvents(withdraw.id),
    people.requesterOf(query, withdraw),
    people.find(query, req.auth_context.actor_id),
    unit.isProved(),
    withdraw.waits_for === "funds" ? withdraws.sumBefore(withdraw) : null,
  ])
  const locale = requestLocale(req)
  res.json({
    withdraw: {
      ...renderWithdraw(withdraw, locale, isUnitProved),
      asked_by: requester.id ?? requester.actor,
      is_own: isSamePerson(requester, reader),
      waits_behind: before && { ...before, amount: Number(before.amount) },
      events: events.map((event) => renderEvent(event, locale)),
    },
  })
}
