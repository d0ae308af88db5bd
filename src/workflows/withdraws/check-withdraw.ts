import {
  StepResponse,
  WorkflowResponse,
  createStep,
  createWorkflow,
} from "@medusajs/framework/workflows-sdk"
import { one2paysOf } from "../../modules/one2pays"

export interface CheckWithdrawInput {
  withdraw_id: string
}

const checkWithdrawStep = createStep(
  "one2pays-check-withdraw",
  async ({ withdraw_id }: CheckWithdrawInput, { container }) => {
    const { withdraws } = one2paysOf(container)
    return new StepResponse(await withdraws.check(withdraw_id))
  }
)

/** Asks the gateway about a withdraw, and records its answer. */
export const checkWithdrawWorkflow = createWorkflow(
  "one2pays-check-withdraw",
  (input: CheckWithdrawInput) => new WorkflowResponse(checkWithdrawStep(input))
)
