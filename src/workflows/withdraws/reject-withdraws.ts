import {
  StepResponse,
  WorkflowResponse,
  createStep,
  createWorkflow,
} from "@medusajs/framework/workflows-sdk"
import { staffMessage } from "../../messages"
import { one2paysOf } from "../../modules/one2pays"
import { queryOf } from "../../modules/one2pays/core/query"

export interface RejectWithdrawsInput {
  withdraw_ids: string[]
  /** The admin user who does it. */
  actor_id: string
  /** The audit trail of each keeps it. */
  reason?: string
}

const rejectWithdrawsStep = createStep(
  "one2pays-reject-withdraws",
  async (
    { withdraw_ids, actor_id, reason }: RejectWithdrawsInput,
    { container }
  ) => {
    const { people, withdraws } = one2paysOf(container)
    const person = await people.deciding(queryOf(container), actor_id)
    return new StepResponse(
      await withdraws.rejectAll(
        withdraw_ids,
        person,
        reason ?? staffMessage("rejected")
      )
    )
  }
)

/**
 * Rejects withdraws that wait for approval, each by itself. The result names those that do not, and why.
 *
 * @throws MedusaError FORBIDDEN for a user who does not exist
 */
export const rejectWithdrawsWorkflow = createWorkflow(
  "one2pays-reject-withdraws",
  (input: RejectWithdrawsInput) =>
    new WorkflowResponse(rejectWithdrawsStep(input))
)
