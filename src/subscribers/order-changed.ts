import type { SubscriberArgs, SubscriberConfig } from "@medusajs/framework"
import { followOrderWorkflow } from "../workflows/orders/follow-order"

/** Core leaves the payment of a changed order as it was. Changes that emit no event are for the reconciliation. */
export default async function orderChanged({
  event,
  container,
}: SubscriberArgs<{ order_id: string }>): Promise<void> {
  await followOrderWorkflow(container).run({
    input: { order_id: event.data.order_id },
  })
}

export const config: SubscriberConfig = {
  event: [
    "order-edit.confirmed",
    "order.return_requested",
    "order.return_received",
    "order.claim_created",
    "order.exchange_created",
  ],
  // The name is older than the other events. A queue knows the subscriber by it.
  context: { subscriberId: "one2pays-order-edited" },
}
