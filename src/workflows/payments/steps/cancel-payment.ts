import { MedusaError } from "@medusajs/framework/utils"
import { createStep, StepResponse } from "@medusajs/framework/workflows-sdk"
import { staffText } from "../../../messages"
import { one2paysOf } from "../../../modules/one2pays"
import { expectedError } from "../../../modules/one2pays/errors/expected-error"

/** Cancels a payment at the gateway. While the gateway cannot be reached, the reconciliation tries again until it has. */
export const cancelPaymentStep = createStep(
  "one2pays-end-payment",
  async ({ payment_id }: { payment_id: string }, { container }) => {
    const one2pays = one2paysOf(container)
    const payment = await one2pays.payments.find(payment_id)
    if (!payment) {
      throw expectedError(
        MedusaError.Types.NOT_FOUND,
        staffText("no_payment", { id: payment_id })
      )
    }
    await one2pays.payments.cancel(payment)
    return new StepResponse()
  }
)
