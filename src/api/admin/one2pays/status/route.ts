import type { MedusaRequest, MedusaResponse } from "@medusajs/framework/http"
import type { ConfigModule } from "@medusajs/framework/types"
import { ContainerRegistrationKeys } from "@medusajs/framework/utils"
import { one2paysOf } from "../../../../modules/one2pays"
import { describeOptions } from "../../../../modules/one2pays/config/public-options"
import { requestLocale } from "../../../support/language/request-locale"
import { checkShop } from "./check-shop"
import { renderStatus } from "./render-status"
import { readVersions } from "./versions"
import { webhookAddress } from "./webhook-address"

/**
 * `GET /admin/one2pays/status`: the mode, whether the gateway answers, maintenance, the proof of the unit, the rest of the rate budget, webhooks,
 * the reconciliation, the open issues, whether the shop is set up right, the options without keys and secrets, and the
 * versions. It costs the gateway at most one call a minute.
 */
export const GET = async (req: MedusaRequest, res: MedusaResponse) => {
  const one2pays = one2paysOf(req.scope)
  const config = req.scope.resolve<ConfigModule>(
    ContainerRegistrationKeys.CONFIG_MODULE
  )
  const options = describeOptions(one2pays.options)
  // The balance comes first: its call notices that an outage has begun or is over.
  const known = await one2pays.connection.balance()
  const [outage, unit, rate_budget, activity, checks] = await Promise.all([
    one2pays.connection.outage(),
    one2pays.unit.read(),
    one2pays.connection.rateBudget(),
    one2pays.reports.activity(),
    checkShop(req.scope, options),
  ])
  res.json({
    status: renderStatus(
      known,
      {
        mode: one2pays.connection.mode,
        ...{ outage, unit, rate_budget, ...activity },
      },
      {
        webhook: webhookAddress(config),
        checks,
        options,
        versions: readVersions(),
      },
      requestLocale(req)
    ),
  })
}
