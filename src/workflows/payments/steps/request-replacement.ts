import { createStep, StepResponse } from "@medusajs/framework/workflows-sdk"
import { one2paysOf } from "../../../modules/one2pays"
import type { OpenNextPaymentInput } from "./open-next-payment"

/**
 * Writes down that the next payment has to take a payment's place, before any step that can fail. From then on no customer
 * may pay it, even if the next payment fails, and the reconciliation goes on where this workflow does not.
 */
export const requestReplacementStep = createStep(
  "one2pays-give-way",
  async ({ payment_id, replace_open }: OpenNextPaymentInput, { container }) => {
    if (replace_open) {
      await one2paysOf(container).payments.requestReplacement([payment_id])
    }
    return new StepResponse()
  }
)
