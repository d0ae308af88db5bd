import {
  createWorkflow,
  WorkflowResponse,
} from "@medusajs/framework/workflows-sdk"
import { rejectWithdrawStep } from "./steps/reject-withdraw"

export interface RejectWithdrawInput {
  withdraw_id: string
  actor_id: string
  /** Kept in the audit trail. */
  reason?: string
}

/** @throws MedusaError NOT_ALLOWED when it does not wait for approval */
export const rejectWithdrawWorkflow = createWorkflow(
  "one2pays-reject-withdraw",
  (input: RejectWithdrawInput) =>
    new WorkflowResponse(rejectWithdrawStep(input))
)
