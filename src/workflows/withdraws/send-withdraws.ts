import { createWorkflow } from "@medusajs/framework/workflows-sdk"
import { sendWithdrawsStep } from "./steps/send-withdraws"

/** Sends what is approved. Any number of instances may run it at once. */
export const sendWithdrawsWorkflow = createWorkflow(
  "one2pays-send-withdraws",
  () => {
    sendWithdrawsStep()
  }
)
