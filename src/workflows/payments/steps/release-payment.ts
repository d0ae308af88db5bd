import { createStep, StepResponse } from "@medusajs/framework/workflows-sdk"
import { one2paysOf } from "../../../modules/one2pays"
import type { PaymentLease } from "../../../modules/one2pays/payments/marks"

/** Gives back the lease that `leasePaymentStep` took. */
export const releasePaymentStep = createStep(
  "one2pays-release-payment",
  async (lease: PaymentLease, { container }) => {
    await one2paysOf(container).payments.release(lease)
    return new StepResponse()
  }
)
