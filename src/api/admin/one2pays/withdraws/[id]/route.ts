import type {
  AuthenticatedMedusaRequest,
  MedusaResponse,
} from "@medusajs/framework/http"
import { one2paysOf } from "../../../../../modules/one2pays"
import { queryOf } from "../../../../../modules/one2pays/core/query"
import { readRefundWords } from "../../../../../modules/one2pays/core/refund-words"
import { isSamePerson } from "../../../../../modules/one2pays/withdraw-rules/people"
import {
  mayReadOrders,
  readableOrders,
} from "../../../../support/rights/readable-orders"
import { requestLocale } from "../../../../support/language/request-locale"
import {
  renderEvent,
  renderHistory,
  renderTotal,
  renderWithdraw,
} from "../render-withdraw"

/**
 * `GET /admin/one2pays/withdraws/:id`: one withdraw with its audit trail, the first line first. `asked_by` is the user who
 * cannot approve it; of a refund it is the user who refunded, though `requested_by` is `system`. `is_own` says whether
 * that is the requesting user, also when they ask with an API key of theirs. `waits_behind` says what leaves before one
 * that waits for funds. `to_approve` names what the reader may approve before and behind it, `batch` its place in its
 * upload, `account_history` what was paid to its account before, and `refund` core's reason and note, for those who may
 * read orders.
 */
export const GET = async (
  req: AuthenticatedMedusaRequest,
  res: MedusaResponse
) => {
  const { people, unit, withdraws } = one2paysOf(req.scope)
  const withdraw = await withdraws.retrieve(String(req.params.id))
  const query = queryOf(req.scope)
  const { approvals } = withdraws
  const { order_id, refund_id } = withdraw
  const reader = await people.find(query, req.auth_context.actor_id)
  const [
    events,
    requester,
    isUnitProved,
    before,
    beside,
    place,
    history,
    orders,
    refund,
  ] = await Promise.all([
    withdraws.listEvents([withdraw.id]),
    people.requesterOf(query, withdraw),
    unit.isProved(),
    withdraw.waits_for === "funds" ? withdraws.sumBefore(withdraw) : null,
    withdraws
      .approver(query, reader)
      .then((approver) => approvals.findBeside(withdraw, approver)),
    approvals.findPlaceInBatch(withdraw),
    withdraws.accountHistory(withdraw),
    readableOrders(req, [order_id]),
    refund_id && (await mayReadOrders(req))
      ? readRefundWords(query, refund_id)
      : null,
  ])
  const locale = requestLocale(req)
  res.json({
    withdraw: {
      ...renderWithdraw(withdraw, locale, isUnitProved),
      asked_by: requester.id ?? requester.actor,
      is_own: isSamePerson(requester, reader),
      waits_behind: before && renderTotal(before),
      to_approve: beside,
      batch: place,
      account_history: history && renderHistory(history),
      order_display_id: orders.get(order_id ?? "")?.display_id ?? null,
      refund,
      events: events.map((event) => renderEvent(event, locale)),
    },
  })
}
