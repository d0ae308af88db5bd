import {
  StepResponse,
  WorkflowResponse,
  createStep,
  createWorkflow,
} from "@medusajs/framework/workflows-sdk"
import { staffMessage } from "../../messages"
import { one2paysOf } from "../../modules/one2pays"
import { queryOf } from "../../modules/one2pays/core/query"

export interface CancelWithdrawInput {
  withdraw_id: string
  /** The admin user who does it. */
  actor_id: string
  /** The audit trail keeps it. */
  reason?: string
}

const cancelWithdrawStep = createStep(
  "one2pays-cancel-withdraw",
  async (
    { withdraw_id, actor_id, reason }: CancelWithdrawInput,
    { container }
  ) => {
    const { people, withdraws } = one2paysOf(container)
    const person = await people.deciding(queryOf(container), actor_id)
    return new StepResponse(
      await withdraws.cancel(
        withdraw_id,
        person,
        reason ?? staffMessage("canceled")
      )
    )
  }
)

/**
 * Cancels a withdraw: at the gateway when it has left, and here otherwise.
 *
 * @throws MedusaError FORBIDDEN for a user who does not exist, NOT_ALLOWED when the withdraw has ended
 */
export const cancelWithdrawWorkflow = createWorkflow(
  "one2pays-cancel-withdraw",
  (input: CancelWithdrawInput) =>
    new WorkflowResponse(cancelWithdrawStep(input))
)
