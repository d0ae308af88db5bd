import {
  StepResponse,
  WorkflowResponse,
  createStep,
  createWorkflow,
} from "@medusajs/framework/workflows-sdk"
import { staffMessage } from "../../messages"
import { one2paysOf } from "../../modules/one2pays"

export interface RejectWithdrawInput {
  withdraw_id: string
  actor_id: string
  /** The audit trail keeps it. */
  reason?: string
}

const rejectWithdrawStep = createStep(
  "one2pays-reject-withdraw",
  async (
    { withdraw_id, actor_id, reason }: RejectWithdrawInput,
    { container }
  ) => {
    const { withdraws } = one2paysOf(container)
    return new StepResponse(
      await withdraws.reject(
        withdraw_id,
        actor_id,
        reason ?? staffMessage("rejected")
      )
    )
  }
)

/**
 * Rejects a withdraw that waits for approval.
 *
 * @throws MedusaError NOT_ALLOWED when it does not wait for approval
 */
export const rejectWithdrawWorkflow = createWorkflow(
  "one2pays-reject-withdraw",
  (input: RejectWithdrawInput) =>
    new WorkflowResponse(rejectWithdrawStep(input))
)
