import {
  StepResponse,
  WorkflowResponse,
  createStep,
  createWorkflow,
} from "@medusajs/framework/workflows-sdk"
import { staffMessage } from "../../messages"
import { one2paysOf } from "../../modules/one2pays"
import { queryOf } from "../../modules/one2pays/core/query"

export interface RejectWithdrawInput {
  withdraw_id: string
  /** The admin user who does it. */
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
    const { people, withdraws } = one2paysOf(container)
    const person = await people.deciding(queryOf(container), actor_id)
    return new StepResponse(
      await withdraws.reject(
        withdraw_id,
        person,
        reason ?? staffMessage("rejected")
      )
    )
  }
)

/**
 * Rejects a withdraw that waits for approval.
 *
 * @throws MedusaError FORBIDDEN for a user who does not exist, NOT_ALLOWED when it does not wait for approval
 */
export const rejectWithdrawWorkflow = createWorkflow(
  "one2pays-reject-withdraw",
  (input: RejectWithdrawInput) =>
    new WorkflowResponse(rejectWithdrawStep(input))
)
