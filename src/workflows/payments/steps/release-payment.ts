import { createStep, StepResponse } from "@medusajs/framework/workflows-sdk"
import {
  ONE2PAYS_MODULE,
  type One2PaysModuleService,
} from "../../../modules/one2pays"

/** Gives back the right that `leasePaymentStep` took. */
export const releasePaymentStep = createStep(
  "one2pays-release-payment",
  async ({ payment_id }: { payment_id: string }, { container }) => {
    await container
      .resolve<One2PaysModuleService>(ONE2PAYS_MODULE)
      .releaseLease(payment_id)
    return new StepResponse()
  }
)
