import {
  StepResponse,
  createStep,
  createWorkflow,
} from "@medusajs/framework/workflows-sdk"
import { one2paysOf } from "../../modules/one2pays"

const DELAYED_AT_ONCE = 100

const checkWithdrawsStep = createStep(
  "one2pays-check-withdraws",
  async (_: undefined, { container }) => {
    const one2pays = one2paysOf(container)
    if (!(await one2pays.connection.maintenance())) {
      await one2pays.withdraws.checkPending()
      await one2pays.withdraws.checkAnnounced()
      await one2pays.withdraws.checkPaid()
    }
    await one2pays.withdraws.noteDelayed(DELAYED_AT_ONCE)
    await one2pays.withdraws.tellNews()
    return new StepResponse()
  }
)

/**
 * Asks the gateway about all withdraws that wait there, those that it announced as paid, and paid ones whose money may
 * have come back. It tells of those that take too long.
 */
export const checkWithdrawsWorkflow = createWorkflow(
  "one2pays-check-withdraws",
  () => {
    checkWithdrawsStep()
  }
)
