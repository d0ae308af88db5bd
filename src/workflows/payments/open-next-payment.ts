import {
  createWorkflow,
  WorkflowResponse,
} from "@medusajs/framework/workflows-sdk"
import { PATIENCE_MS } from "./patience"
import { leasePaymentStep } from "./steps/lease-payment"
import {
  openNextPaymentStep,
  type OpenNextPaymentInput,
} from "./steps/open-next-payment"
import { releasePaymentStep } from "./steps/release-payment"
import { requestReplacementStep } from "./steps/request-replacement"

export type { OpenNextPaymentInput }

/**
 * Opens the next payment of an order, when the last one has ended without money or the order asks for another amount.
 * The lease keeps every other process from settling or replacing the last payment meanwhile.
 */
export const openNextPaymentWorkflow = createWorkflow(
  "one2pays-open-next-payment",
  (input: OpenNextPaymentInput) => {
    requestReplacementStep(input)
    const lease = leasePaymentStep({
      payment_id: input.payment_id,
      patience_ms: PATIENCE_MS,
    })
    const opened = openNextPaymentStep(input)
    releasePaymentStep(lease)
    return new WorkflowResponse(opened)
  }
)
