import {
  createWorkflow,
  WorkflowResponse,
} from "@medusajs/framework/workflows-sdk"
import { requestCancelStep } from "./steps/request-cancel"
import { leasePaymentStep } from "./steps/lease-payment"
import {
  openNextPaymentStep,
  type OpenNextPaymentInput,
} from "./steps/open-next-payment"
import { releasePaymentStep } from "./steps/release-payment"

export type { OpenNextPaymentInput }

/** The news that lets a customer try again is settled a moment after the page knows it. */
const PATIENCE_MS = 5000

/**
 * Makes the next attempt for an order, when the last one has ended without money or the order
 * asks for another amount. Nobody settles the last one meanwhile, and nobody else replaces it.
 */
export const openNextPaymentWorkflow = createWorkflow(
  "one2pays-open-next-payment",
  (input: OpenNextPaymentInput) => {
    requestCancelStep(input)
    const lease = leasePaymentStep({
      payment_id: input.payment_id,
      patience_ms: PATIENCE_MS,
    })
    const opened = openNextPaymentStep(input)
    releasePaymentStep(lease)
    return new WorkflowResponse(opened)
  }
)
