import {
  createWorkflow,
  WorkflowResponse,
} from "@medusajs/framework/workflows-sdk"
import { approveWithdrawStep } from "./steps/approve-withdraw"

export interface ApproveWithdrawInput {
  withdraw_id: string
  /** Admin user who approves; never the one who asked for it. */
  actor_id: string
}

/**
 * Lets a payout leave: it is sent within seconds.
 *
 * @throws MedusaError FORBIDDEN for one's own request, NOT_ALLOWED when it does not wait for approval
 */
export const approveWithdrawWorkflow = createWorkflow(
  "one2pays-approve-withdraw",
  (input: ApproveWithdrawInput) =>
    new WorkflowResponse(approveWithdrawStep(input))
)
