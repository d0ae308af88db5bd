import type { SubscriberArgs, SubscriberConfig } from "@medusajs/framework"
import { closeOrderWorkflow } from "../workflows/orders/close-order"

/** Core tells the provider of an unpaid payment nothing when it cancels the order. */
export default async function orderCanceled({
  event,
  container,
}: SubscriberArgs<{ id: string }>): Promise<void> {
  await closeOrderWorkflow(container).run({
    input: { order_id: event.data.id },
  })
}

export const config: SubscriberConfig = {
  event: "order.canceled",
  context: { subscriberId: "one2pays-order-canceled" },
}
