import type { MedusaRequest, MedusaResponse } from "@medusajs/framework/http"
import { loggerOf } from "../../../../../../modules/one2pays/core/query"
import { reachable } from "../../../../../../modules/one2pays/errors/public-error"
import { one2paysOf } from "../../../../../../modules/one2pays"
import { checkWithdrawWorkflow } from "../../../../../../workflows/withdraws/check-withdraw"
import { requestLocale } from "../../../../../support/language/request-locale"
import { renderWithdraw } from "../../render-withdraw"

/** `POST /admin/one2pays/withdraws/:id/check`: asks the gateway about a withdraw. 503 when it cannot be asked. */
export const POST = async (req: MedusaRequest, res: MedusaResponse) => {
  const id = String(req.params.id)
  const { result } = await reachable(
    { logger: loggerOf(req.scope), reader: "staff" },
    `withdraw ${id} could not be checked`,
    () => checkWithdrawWorkflow(req.scope).run({ input: { withdraw_id: id } })
  )
  const isUnitProved = await one2paysOf(req.scope).unit.isProved()
  res.json({
    withdraw: renderWithdraw(result, requestLocale(req), isUnitProved),
  })
}
