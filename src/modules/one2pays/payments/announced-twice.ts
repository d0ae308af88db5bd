import { fromGatewayAmount, type WebhookEvent } from "../../../gateway"
import { staffMessage } from "../../../messages"
import type { PaymentContext } from "./context"
import type { Payment } from "./payment"

/**
 * Whether an event names an amount for a settled payment which is not the one that its order took. Nobody documents
 * the unit of a webhook's amount, so an amount that fits in either unit is the order's.
 */
export function isOtherMoney(
  payment: Payment,
  { gatewayAmount }: WebhookEvent
): boolean {
  return (
    payment.settled_at !== null &&
    gatewayAmount !== null &&
    (["satang", "baht"] as const).every(
      (unit) => fromGatewayAmount(gatewayAmount, unit) !== payment.amount
    )
  )
}

/**
 * Shows staff that the gateway announced the money of a settled payment in two events. Its payment shows one amount, so
 * that nobody can tell from here whether a second transfer came.
 */
export async function noteAnnouncedTwice(
  { queries, issues }: PaymentContext,
  id: string
): Promise<void> {
  const payment = await queries.find(id)
  if (payment?.settled_at && !payment.issue) {
    await issues.raise(
      id,
      "paid_twice",
      staffMessage("announced_twice", {
        order: payment.order_id ?? "?",
        amount: payment.amount,
      })
    )
  }
}
