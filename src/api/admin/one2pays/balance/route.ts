import type { MedusaRequest, MedusaResponse } from "@medusajs/framework/http"
import {
  ONE2PAYS_MODULE,
  type One2PaysModuleService,
} from "../../../../modules/one2pays"
import { requestLocale } from "../../../support/request-locale"
import { renderBalance } from "../../../support/render-gateway"

/**
 * `GET /admin/one2pays/balance`: THB in major units. Costs the gateway at most one call a minute,
 * however many people look; in maintenance or an outage the last known balance is answered, marked
 * `stale`.
 */
export const GET = async (req: MedusaRequest, res: MedusaResponse) => {
  const one2pays = req.scope.resolve<One2PaysModuleService>(ONE2PAYS_MODULE)
  const known = await one2pays.checkGateway()
  const maintenance = await one2pays.maintenance()
  res.json(renderBalance(known, maintenance, one2pays.mode, requestLocale(req)))
}
