import type { MedusaRequest } from "@medusajs/framework/http"
import { MedusaError } from "@medusajs/framework/utils"
import { staffText } from "../../../../messages"
import { one2paysOf } from "../../../../modules/one2pays"
import { expectedError } from "../../../../modules/one2pays/errors/expected-error"
import type { Payment } from "../../../../modules/one2pays/payments/payment"

/** The payment that the route's `:id` names. @throws MedusaError NOT_FOUND */
export async function findPayment(req: MedusaRequest): Promise<Payment> {
  const id = String(req.params.id)
  const payment = await one2paysOf(req.scope).payments.find(id)
  if (!payment) {
    throw expectedError(
      MedusaError.Types.NOT_FOUND,
      staffText("no_payment", { id })
    )
  }
  return payment
}
