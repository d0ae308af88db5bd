import {
  StepResponse,
  WorkflowResponse,
  createStep,
  createWorkflow,
} from "@medusajs/framework/workflows-sdk"
import { one2paysOf } from "../../modules/one2pays"
import { queryOf } from "../../modules/one2pays/core/query"

export interface ApproveWithdrawInput {
  withdraw_id: string
  /** The admin user who approves. It cannot be the one who asked for the withdraw. */
  actor_id: string
}

const approveWithdrawStep = createStep(
  "one2pays-approve-withdraw",
  async ({ withdraw_id, actor_id }: ApproveWithdrawInput, { container }) => {
    const { people, withdraws } = one2paysOf(container)
    const query = queryOf(container)
    const person = await people.deciding(query, actor_id)
    return new StepResponse(await withdraws.approve(withdraw_id, person, query))
  }
)

/**
 * Approves a withdraw. A job sends it within seconds.
 *
 * @throws MedusaError FORBIDDEN for the user's own request, and for a user who does not exist; NOT_ALLOWED when the withdraw does not wait for approval
 */
export const approveWithdrawWorkflow = createWorkflow(
  "one2pays-approve-withdraw",
  (input: ApproveWithdrawInput) =>
    new WorkflowResponse(approveWithdrawStep(input))
)
