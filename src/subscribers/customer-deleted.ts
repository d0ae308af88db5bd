import type { SubscriberArgs, SubscriberConfig } from "@medusajs/framework"
import { forgetCustomerWorkflow } from "../workflows/customers/forget-customer"

/** Core tells no payment provider that it deletes a customer. */
export default async function customerDeleted({
  event,
  container,
}: SubscriberArgs<{ id: string }>): Promise<void> {
  await forgetCustomerWorkflow(container).run({
    input: { customer_id: event.data.id },
  })
}

export const config: SubscriberConfig = {
  event: "customer.deleted",
  context: { subscriberId: "one2pays-customer-deleted" },
}
