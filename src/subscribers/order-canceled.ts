import type { SubscriberArgs, SubscriberConfig } from "@medusajs/framework"
import { closeOrderWorkflow } from "../workflows/orders/close-order"

/** Core cancels an order without a word to the provider of a payment that nobody has made yet. */
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
