import { MedusaError } from "@medusajs/framework/utils"
import { createStep, StepResponse } from "@medusajs/framework/workflows-sdk"
import { staffText } from "../../../messages"
import {
  ONE2PAYS_MODULE,
  type One2PaysModuleService,
} from "../../../modules/one2pays"
import { expectedError } from "../../../modules/one2pays/errors/expected-error"

/** Ends a payment at the gateway. When that cannot be reached now, the reconciliation tries again until it is done. */
export const endPaymentStep = createStep(
  "one2pays-end-payment",
  async ({ payment_id }: { payment_id: string }, { container }) => {
    const one2pays = container.resolve<One2PaysModuleService>(ONE2PAYS_MODULE)
    const payment = await one2pays.findAttempt(payment_id)
    if (!payment) {
      throw expectedError(
        MedusaError.Types.NOT_FOUND,
        staffText("no_payment", { id: payment_id })
      )
    }
    await one2pays.end(payment)
    return new StepResponse()
  }
)
