import type { SubscriberArgs, SubscriberConfig } from "@medusajs/framework"
import { compareBookingsWorkflow } from "../workflows/orders/compare-bookings"
import { closeOrderWorkflow } from "../workflows/orders/close-order"

/**
 * Core tells the provider of an unpaid payment nothing when it cancels the order. And it tells nobody of a paid one whose
 * refund was refused.
 */
export default async function orderCanceled({
  event,
  container,
}: SubscriberArgs<{ id: string }>): Promise<void> {
  const input = { order_id: event.data.id }
  await closeOrderWorkflow(container).run({ input })
  await compareBookingsWorkflow(container).run({ input })
}

export const config: SubscriberConfig = {
  event: "order.canceled",
  context: { subscriberId: "one2pays-order-canceled" },
}
