import type { MedusaContainer } from "@medusajs/framework/types"
import { sendWithdrawsWorkflow } from "../workflows/withdraws/send-withdraws"

/** Runs every five seconds. With nothing to send, it reads two rows and does not call the gateway. */
export default async function sendWithdraws(
  container: MedusaContainer
): Promise<void> {
  await sendWithdrawsWorkflow(container).run()
}

export const config = {
  name: "one2pays-send-withdraws",
  schedule: { interval: 5000 },
}
