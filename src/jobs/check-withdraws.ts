import type { MedusaContainer } from "@medusajs/framework/types"
import { checkWithdrawsWorkflow } from "../workflows/withdraws/check-withdraws"

/** Runs every minute: a withdraw becomes paid here when no webhook comes. */
export default async function checkWithdraws(
  container: MedusaContainer
): Promise<void> {
  await checkWithdrawsWorkflow(container).run()
}

export const config = {
  name: "one2pays-check-withdraws",
  schedule: "* * * * *",
}
