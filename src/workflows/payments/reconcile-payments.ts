import {
  createWorkflow,
  WorkflowResponse,
} from "@medusajs/framework/workflows-sdk"
import { announceIssuesStep } from "./steps/announce-issues"
import { cancelUnpaidOrdersStep } from "../orders/steps/cancel-unpaid-orders"
import { endUnopenedStep } from "./steps/cancel-unopened"
import { reconcilePaymentsStep } from "./steps/reconcile-payments"

/**
 * What makes every order right when no webhook comes: asks the gateway about all that is not
 * final, acts on the news exactly as a webhook would, gives another try to orders whose completion
 * was cut off, and cancels those that nobody is going to pay. One instance at a time.
 */
export const reconcilePaymentsWorkflow = createWorkflow(
  "one2pays-reconcile-payments",
  () => {
    const run = reconcilePaymentsStep()
    endUnopenedStep(run)
    cancelUnpaidOrdersStep(run)
    announceIssuesStep(run)
    return new WorkflowResponse(run)
  }
)
