import { createStep, StepResponse } from "@medusajs/framework/workflows-sdk"
import { one2paysOf } from "../../../modules/one2pays"
import { noSuchPayment } from "../../../modules/one2pays/errors/staff-error"

/** Cancels a payment at the gateway. While the gateway cannot be reached, the reconciliation tries again until it has. */
export const cancelPaymentStep = createStep(
  "one2pays-end-payment",
  async ({ payment_id }: { payment_id: string }, { container }) => {
    const one2pays = one2paysOf(container)
    const payment = await one2pays.payments.find(payment_id)
    if (!payment) {
      throw noSuchPayment(payment_id)
    }
    await one2pays.payments.cancel(payment)
    return new StepResponse()
  }
)
