import type { MedusaRequest, MedusaResponse } from "@medusajs/framework/http"
import { findPayment } from "../find-payment"
import { renderAdminPayment } from "../render-payment"
import { requestLocale } from "../../../../request-locale"

/** `GET /admin/one2pays/payments/:id`: one attempt, as it is known here. */
export const GET = async (req: MedusaRequest, res: MedusaResponse) => {
  res.json({
    payment: renderAdminPayment(await findPayment(req), requestLocale(req)),
  })
}
