import type { MedusaRequest, MedusaResponse } from "@medusajs/framework/http"
import {
  ONE2PAYS_MODULE,
  type One2PaysModuleService,
} from "../../../../../modules/one2pays"
import { renderEvent, renderWithdraw } from "../render-withdraw"

/** `GET /admin/one2pays/withdraws/:id`: one withdraw with its audit trail, the first line first. */
export const GET = async (req: MedusaRequest, res: MedusaResponse) => {
  const { payouts } = req.scope.resolve<One2PaysModuleService>(ONE2PAYS_MODULE)
  const withdraw = await payouts.retrieve(String(req.params.id))
  const events = await payouts.listEvents(withdraw.id)
  res.json({
    withdraw: { ...renderWithdraw(withdraw), events: events.map(renderEvent) },
  })
}
