import type { MedusaRequest, MedusaResponse } from "@medusajs/framework/http"
import { MedusaError } from "@medusajs/framework/utils"
import {
  ONE2PAYS_MODULE,
  type One2PaysModuleService,
} from "../../../../modules/one2pays"
import { paymentQuery } from "./payment-query"
import { renderAdminPayment } from "./render-payment"

/**
 * `GET /admin/one2pays/payments`: attempts, the newest first unless `order` says otherwise. `issue`
 * is `open`, `resolved`, `any` or an issue's code; `q` is searched in references, order ids and
 * the gateway's ids.
 */
export const GET = async (req: MedusaRequest, res: MedusaResponse) => {
  const result = paymentQuery.safeParse(req.query)
  if (!result.success) {
    const [issue] = result.error.issues
    throw new MedusaError(
      MedusaError.Types.INVALID_DATA,
      `${issue?.path.join(".") ?? "query"}: ${issue?.message ?? "invalid"}`
    )
  }
  const { payments, count } = await req.scope
    .resolve<One2PaysModuleService>(ONE2PAYS_MODULE)
    .listPaymentAttempts(result.data)
  const { limit, offset } = result.data
  res.json({ payments: payments.map(renderAdminPayment), count, limit, offset })
}
