import { createWorkflow } from "@medusajs/framework/workflows-sdk"
import { checkWithdrawsStep } from "./steps/check-withdraws"

/** Asks the gateway about all payouts that wait there. */
export const checkWithdrawsWorkflow = createWorkflow(
  "one2pays-check-withdraws",
  () => {
    checkWithdrawsStep()
  }
)
