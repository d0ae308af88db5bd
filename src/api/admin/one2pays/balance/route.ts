import type { MedusaRequest, MedusaResponse } from "@medusajs/framework/http"
import { one2paysOf } from "../../../../modules/one2pays"
import {
  renderBalance,
  type PayoutMeans,
} from "../../../support/render-gateway"
import { requestLocale } from "../../../support/language/request-locale"

/**
 * `GET /admin/one2pays/balance`: THB in major units, with what of the wallet another payout may ask for, and the banks
 * that it may go to. It costs the gateway at most one call a minute, however many people look. In maintenance or an outage
 * it answers the last known balance, marked `stale`.
 */
export const GET = async (req: MedusaRequest, res: MedusaResponse) => {
  const one2pays = one2paysOf(req.scope)
  const known = await one2pays.connection.balance()
  const outage = await one2pays.connection.outage()
  const answer: PayoutMeans = {
    ...renderBalance(
      known,
      await one2pays.withdraws.funds(known),
      outage,
      one2pays.connection.mode,
      requestLocale(req)
    ),
    payout_banks: one2pays.options.banks ?? null,
  }
  res.json(answer)
}
