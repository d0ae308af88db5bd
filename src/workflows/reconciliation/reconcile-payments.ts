import {
  createWorkflow,
  WorkflowResponse,
} from "@medusajs/framework/workflows-sdk"
import { announceIssuesStep } from "./steps/announce-issues"
import { compareBookingsStep } from "./steps/compare-bookings"
import { cancelUnopenedStep } from "./steps/cancel-unopened"
import { cancelUnpaidOrdersStep } from "./steps/cancel-unpaid-orders"
import { refreshPaymentsStep } from "./steps/refresh-payments"

/**
 * Makes every order right when no webhook comes. It refreshes all payments that are not final, acts on the news exactly as
 * a webhook would, finds refunds that Medusa booked and nobody was asked to pay, gives another try to orders whose completion was cut off, and cancels orders that stayed unpaid. One
 * instance runs it at a time.
 */
export const reconcilePaymentsWorkflow = createWorkflow(
  "one2pays-reconcile-payments",
  () => {
    const run = refreshPaymentsStep()
    compareBookingsStep()
    cancelUnopenedStep(run)
    cancelUnpaidOrdersStep(run)
    announceIssuesStep(run)
    return new WorkflowResponse(run)
  }
)
