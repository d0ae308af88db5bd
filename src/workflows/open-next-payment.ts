import {
  createWorkflow,
  WorkflowResponse,
} from "@medusajs/framework/workflows-sdk"
import { leasePaymentStep } from "./steps/lease-payment"
import {
  openNextPaymentStep,
  type OpenNextPaymentInput,
} from "./steps/open-next-payment"
import { releasePaymentStep } from "./steps/release-payment"

export type { OpenNextPaymentInput }

/**
 * Makes the next attempt for an order, when the last one has ended without money or the order
 * asks for another amount. Nobody settles the last one meanwhile, and nobody else replaces it.
 */
export const openNextPaymentWorkflow = createWorkflow(
  "one2pays-open-next-payment",
  (input: OpenNextPaymentInput) => {
    leasePaymentStep(input)
    const opened = openNextPaymentStep(input)
    releasePaymentStep(input)
    return new WorkflowResponse(opened)
  }
)
