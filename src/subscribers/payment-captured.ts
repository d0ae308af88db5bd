import type { SubscriberArgs, SubscriberConfig } from "@medusajs/framework"
import { queryOf } from "../modules/one2pays/core/query"
import { findOrderIdOfCorePayment } from "../modules/one2pays/core/session-facts"
import { followOrderWorkflow } from "../workflows/orders/follow-order"

/** Money that comes in another way leaves less to pay, or nothing. */
export default async function paymentCaptured({
  event,
  container,
}: SubscriberArgs<{ id: string }>): Promise<void> {
  const order_id = await findOrderIdOfCorePayment(
    queryOf(container),
    event.data.id
  )
  if (order_id) {
    await followOrderWorkflow(container).run({ input: { order_id } })
  }
}

export const config: SubscriberConfig = {
  event: "payment.captured",
  context: { subscriberId: "one2pays-payment-captured" },
}
