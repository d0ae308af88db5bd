import type { MedusaRequest, MedusaResponse } from "@medusajs/framework/http"
import { findPayment } from "../find-payment"
import { renderAdminPayment } from "../render-payment"

/** `GET /admin/one2pays/payments/:id`: one payment from the database, without a gateway call. */
export const GET = async (req: MedusaRequest, res: MedusaResponse) => {
  res.json({
    payment: renderAdminPayment(req, await findPayment(req)),
  })
}
