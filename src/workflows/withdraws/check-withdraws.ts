import {
  StepResponse,
  createStep,
  createWorkflow,
} from "@medusajs/framework/workflows-sdk"
import { one2paysOf } from "../../modules/one2pays"

const checkWithdrawsStep = createStep(
  "one2pays-check-withdraws",
  async (_: undefined, { container }) => {
    const one2pays = one2paysOf(container)
    if (!(await one2pays.connection.maintenance())) {
      await one2pays.withdraws.checkPending()
      await one2pays.withdraws.checkAnnounced()
    }
    return new StepResponse()
  }
)

/** Asks the gateway about all withdraws that wait there, and those that it announced as paid. */
export const checkWithdrawsWorkflow = createWorkflow(
  "one2pays-check-withdraws",
  () => {
    checkWithdrawsStep()
  }
)
