import {
  StepResponse,
  WorkflowResponse,
  createStep,
  createWorkflow,
} from "@medusajs/framework/workflows-sdk"
import { one2paysOf } from "../../modules/one2pays"
import { queryOf } from "../../modules/one2pays/core/query"

export interface ApproveWithdrawsInput {
  withdraw_ids: string[]
  /** The admin user who approves. It cannot be the one who asked for a withdraw. */
  actor_id: string
}

const approveWithdrawsStep = createStep(
  "one2pays-approve-withdraws",
  async ({ withdraw_ids, actor_id }: ApproveWithdrawsInput, { container }) => {
    const { people, withdraws } = one2paysOf(container)
    const query = queryOf(container)
    const person = await people.deciding(query, actor_id)
    return new StepResponse(
      await withdraws.approveAll(withdraw_ids, person, query)
    )
  }
)

/**
 * Approves withdraws, each by itself and by the rule of `approveWithdrawWorkflow`. The result names those that were not
 * approved, and why.
 *
 * @throws MedusaError FORBIDDEN for a user who does not exist
 */
export const approveWithdrawsWorkflow = createWorkflow(
  "one2pays-approve-withdraws",
  (input: ApproveWithdrawsInput) =>
    new WorkflowResponse(approveWithdrawsStep(input))
)
