import { createStep, StepResponse } from "@medusajs/framework/workflows-sdk"
import { one2paysOf } from "../../../modules/one2pays"
import { noSuchPayment } from "../../../modules/one2pays/errors/staff-error"

/** Ends a payment at the gateway. When that cannot be reached now, the reconciliation tries again until it is done. */
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
