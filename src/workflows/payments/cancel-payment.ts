import {
  createWorkflow,
  WorkflowResponse,
} from "@medusajs/framework/workflows-sdk"
import { settlePaymentWorkflow } from "./settle-payment"
import { cancelPaymentStep } from "./steps/cancel-payment"
import { PATIENCE_MS } from "./patience"

export interface CancelPaymentInput {
  /** Id of a row of `one2pays_payment`. */
  payment_id: string
}

/** Cancels a payment at the gateway. If the customer paid it a moment before, the workflow settles it instead. */
export const cancelOne2PaysPaymentWorkflow = createWorkflow(
  "one2pays-cancel-payment",
  (input: CancelPaymentInput) => {
    cancelPaymentStep(input)
    const decided = settlePaymentWorkflow.runAsStep({
      input: {
        payment_id: input.payment_id,
        is_read: true,
        patience_ms: PATIENCE_MS,
      },
    })
    return new WorkflowResponse(decided)
  }
)
