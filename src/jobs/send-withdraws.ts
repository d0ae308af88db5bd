import type { MedusaContainer } from "@medusajs/framework/types"
import { sendWithdrawsWorkflow } from "../workflows/withdraws/send-withdraws"

/** Every five seconds. With nothing to send it reads two rows and calls nobody. */
export default async function sendWithdraws(
  container: MedusaContainer
): Promise<void> {
  await sendWithdrawsWorkflow(container).run()
}

export const config = {
  name: "one2pays-send-withdraws",
  schedule: { interval: 5000 },
}
