import type { MedusaRequest } from "@medusajs/framework/http"
import { one2paysOf } from "../../../../modules/one2pays"
import { noSuchPayment } from "../../../../modules/one2pays/errors/staff-error"
import type { Payment } from "../../../../modules/one2pays/payments/payment"

/** The payment that the route's `:id` names. @throws MedusaError NOT_FOUND */
export async function findPayment(req: MedusaRequest): Promise<Payment> {
  const id = String(req.params.id)
  const payment = await one2paysOf(req.scope).payments.find(id)
  if (!payment) {
    throw noSuchPayment(id)
  }
  return payment
}
