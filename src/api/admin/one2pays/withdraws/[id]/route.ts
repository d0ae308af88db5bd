import type {
  AuthenticatedMedusaRequest,
  MedusaResponse,
} from "@medusajs/framework/http"
import { ContainerRegistrationKeys } from "@medusajs/framework/utils"
import {
  ONE2PAYS_MODULE,
  type One2PaysModuleService,
} from "../../../../../modules/one2pays"
import {
  findAskedBy,
  isOwnRequest,
} from "../../../../../modules/one2pays/withdraws/requester"
import type { GraphQuery } from "../../../../../modules/one2pays/core/session-facts"
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
  const { payouts } = req.scope.resolve<One2PaysModuleService>(ONE2PAYS_MODULE)
  const withdraw = await payouts.retrieve(String(req.params.id))
  const query = req.scope.resolve<GraphQuery>(ContainerRegistrationKeys.QUERY)
  const [events, asked_by, is_own] = await Promise.all([
    payouts.listEvents(withdraw.id),
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
