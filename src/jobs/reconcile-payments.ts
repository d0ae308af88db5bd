import type { MedusaContainer } from "@medusajs/framework/types"
import { reconcilePaymentsWorkflow } from "../workflows/reconciliation/reconcile-payments"

/** Runs every minute. */
export default async function reconcilePayments(
  container: MedusaContainer
): Promise<void> {
  await reconcilePaymentsWorkflow(container).run()
}

export const config = {
  name: "one2pays-reconcile-payments",
  schedule: "* * * * *",
}
