import type { MedusaRequest, MedusaResponse } from "@medusajs/framework/http"
import { one2paysOf } from "../../../../modules/one2pays"

/**
 * `GET /store/one2pays/payment-methods`: the methods that the shop offers now, the first one first. Bank transfer is not
 * among them while the unit of the account is not proved.
 */
export const GET = async (req: MedusaRequest, res: MedusaResponse) => {
  const payment_methods = await one2paysOf(req.scope).unit.offeredMethods()
  res.json({ payment_methods })
}
