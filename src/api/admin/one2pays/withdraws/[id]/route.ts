import type { MedusaRequest, MedusaResponse } from "@medusajs/framework/http"
import { ContainerRegistrationKeys } from "@medusajs/framework/utils"
import {
  ONE2PAYS_MODULE,
  type One2PaysModuleService,
} from "../../../../../modules/one2pays"
import { findAskedBy } from "../../../../../modules/one2pays/asked-by"
import type { GraphQuery } from "../../../../../modules/one2pays/session-facts"
import { renderEvent, renderWithdraw } from "../render-withdraw"
import { requestLocale } from "../../../../request-locale"

/**
 * `GET /admin/one2pays/withdraws/:id`: one withdraw with its audit trail, the first line first, and
 * `asked_by`, who cannot approve it: of a refund whoever refunded, though `requested_by` is `system`.
 */
export const GET = async (req: MedusaRequest, res: MedusaResponse) => {
  const { payouts } = req.scope.resolve<One2PaysModuleService>(ONE2PAYS_MODULE)
  const withdraw = await payouts.retrieve(String(req.params.id))
  const [events, asked_by] = await Promise.all([
    payouts.listEvents(withdraw.id),
    findAskedBy(
      req.scope.resolve<GraphQuery>(ContainerRegistrationKeys.QUERY),
      withdraw
    ),
  ])
  const locale = requestLocale(req)
  res.json({
    withdraw: {
      ...renderWithdraw(withdraw, locale),
      asked_by,
      events: events.map((event) => renderEvent(event, locale)),
    },
  })
}
