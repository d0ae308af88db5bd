import {
  createWorkflow,
  WorkflowResponse,
} from "@medusajs/framework/workflows-sdk"
import { checkWithdrawStep } from "./steps/check-withdraw"

export interface CheckWithdrawInput {
  withdraw_id: string
}

/** Asks the gateway what has become of a payout, and records it. */
export const checkWithdrawWorkflow = createWorkflow(
  "one2pays-check-withdraw",
  (input: CheckWithdrawInput) => new WorkflowResponse(checkWithdrawStep(input))
)
