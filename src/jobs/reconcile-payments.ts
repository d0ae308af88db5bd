import type { MedusaContainer } from "@medusajs/framework/types"
import { reconcilePaymentsWorkflow } from "../workflows/payments/reconcile-payments"

/** Every minute. */
export default async function reconcilePayments(
  container: MedusaContainer
): Promise<void> {
  await reconcilePaymentsWorkflow(container).run()
}

export const config = {
  name: "one2pays-reconcile-payments",
  schedule: "* * * * *",
}
