import type { MedusaRequest, MedusaResponse } from "@medusajs/framework/http"
import { requestLocale } from "../../../../support/language/request-locale"
import { etagOf, renderPayment } from "./render-payment"
import { loadFacts } from "./shown-payment"

/**
 * `GET /store/one2pays/orders/:id`: the payment that the customer of an order should see now. It reads the database only,
 * however often a page polls it. 304 for an unchanged payment.
 */
export const GET = async (req: MedusaRequest, res: MedusaResponse) => {
  const facts = await loadFacts(req.scope, String(req.params.id))
  const locale = requestLocale(req)
  res.setHeader("ETag", etagOf(facts, locale))
  res.setHeader("Cache-Control", "private, no-cache")
  res.vary("Accept-Language")
  res.vary("x-medusa-locale")
  if (req.fresh) {
    res.status(304).end()
    return
  }
  res.json(await renderPayment(facts, locale))
}
