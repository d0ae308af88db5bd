import type { MedusaRequest, MedusaResponse } from "@medusajs/framework/http"
import {
  ONE2PAYS_MODULE,
  type One2PaysModuleService,
} from "../../../../modules/one2pays"
import { renderStatus } from "../render-gateway"

/**
 * `GET /admin/one2pays/status`: mode, whether the gateway answers, maintenance, what is left of
 * the rate budget, the last webhook and the open issues. Costs the gateway at most one call a
 * minute.
 */
export const GET = async (req: MedusaRequest, res: MedusaResponse) => {
  const one2pays = req.scope.resolve<One2PaysModuleService>(ONE2PAYS_MODULE)
  // First: it is what finds out that a maintenance has begun or ended.
  const known = await one2pays.checkGateway()
  const [maintenance, budget, activity] = await Promise.all([
    one2pays.maintenance(),
    one2pays.rateBudget(),
    one2pays.activity(),
  ])
  res.json({
    status: renderStatus(known, {
      mode: one2pays.mode,
      maintenance,
      budget,
      ...activity,
    }),
  })
}
