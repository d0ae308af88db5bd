import { queryOf } from "../../../../../modules/one2pays/core/query"
import type {
  AuthenticatedMedusaRequest,
  MedusaResponse,
} from "@medusajs/framework/http"
import { one2paysOf } from "../../../../../modules/one2pays"
import {
  findAskedBy,
  isOwnRequest,
} from "../../../../../modules/one2pays/withdraw-rules/requester"
import { renderEvent, renderWithdraw } from "../render-withdraw"
import { requestLocale } from "../../../../support/request-locale"

/**
 * `GET /admin/one2pays/withdraws/:id`: one withdraw with its audit trail, the first line first, and
 * `asked_by`, who cannot approve it: of a refund whoever refunded, though `requested_by` is `system`; `is_own`, whether that is
 * whoever asks now, with a key of theirs too.
 */
export const GET = async (
  req: AuthenticatedMedusaRequest,
  res: MedusaResponse
) => {
  const { withdraws } = one2paysOf(req.scope)
  const withdraw = await withdraws.retrieve(String(req.params.id))
  const query = queryOf(req.scope)
  const [events, asked_by, is_own] = await Promise.all([
    withdraws.listEvents(withdraw.id),
    findAskedBy(query, withdraw),
    isOwnRequest(query, withdraw, req.auth_context.actor_id),
  ])
  const locale = requestLocale(req)
  res.json({
    withdraw: {
      ...renderWithdraw(withdraw, locale),
      asked_by,
      is_own,
      events: events.map((event) => renderEvent(event, locale)),
    },
  })
}
