import {
  createWorkflow,
  WorkflowResponse,
} from "@medusajs/framework/workflows-sdk"
import { cancelWithdrawStep } from "./steps/cancel-withdraw"

export interface CancelWithdrawInput {
  withdraw_id: string
  actor_id: string
  /** Kept in the audit trail. */
  reason?: string
}

/**
 * Cancels a payout, at the gateway when it has left.
 *
 * @throws MedusaError NOT_ALLOWED when it has ended
 */
export const cancelWithdrawWorkflow = createWorkflow(
  "one2pays-cancel-withdraw",
  (input: CancelWithdrawInput) =>
    new WorkflowResponse(cancelWithdrawStep(input))
)
