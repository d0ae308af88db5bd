import type { SubscriberArgs, SubscriberConfig } from "@medusajs/framework"
import { followOrderEditWorkflow } from "../workflows/orders/follow-order-edit"

/** Core leaves the payment of an edited order as it was. */
export default async function orderEdited({
  event,
  container,
}: SubscriberArgs<{ order_id: string }>): Promise<void> {
  await followOrderEditWorkflow(container).run({
    input: { order_id: event.data.order_id },
  })
}

export const config: SubscriberConfig = {
  event: "order-edit.confirmed",
  context: { subscriberId: "one2pays-order-edited" },
}
