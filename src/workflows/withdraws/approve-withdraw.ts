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
  /** Admin user who approves; never the one who asked for it. */
  actor_id: string
}

const approveWithdrawStep = createStep(
  "one2pays-approve-withdraw",
  async ({ withdraw_id, actor_id }: ApproveWithdrawInput, { container }) => {
    const { withdraws } = one2paysOf(container)
    return new StepResponse(
      await withdraws.approve(withdraw_id, actor_id, queryOf(container))
    )
  }
)

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
