import type { MedusaContainer } from "@medusajs/framework/types"
import { checkWithdrawsWorkflow } from "../workflows/withdraws/check-withdraws"

/** Every minute: payouts become paid here without a webhook. */
export default async function checkWithdraws(
  container: MedusaContainer
): Promise<void> {
  await checkWithdrawsWorkflow(container).run()
}

export const config = {
  name: "one2pays-check-withdraws",
  schedule: "* * * * *",
}
