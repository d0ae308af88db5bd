import { fromGatewayAmount, type WebhookEvent } from "../../../../gateway"
import { staffMessage } from "../../../../messages"
import { isSeenTo } from "../../issues/issue"
import type { PaymentContext } from "../context"
import { isAccountedFor, receivedFor, sumKnown } from "./match"
import type { Payment } from "../payment"

/**
 * Whether an event names an amount for a payment whose money was accounted for which is neither the order's nor the one
 * that staff know. Nobody documents the unit of a webhook's amount, so an amount that fits in either unit is known.
 */
export function isOtherMoney(
  payment: Payment,
  { gatewayAmount }: WebhookEvent
): boolean {
  const known = [payment.amount, payment.asked_amount, receivedFor(payment)]
  return (
    isAccountedFor(payment) &&
    gatewayAmount !== null &&
    (["satang", "baht"] as const).every(
      (unit) => !known.includes(fromGatewayAmount(gatewayAmount, unit))
    )
  )
}

/**
 * Remembers that the gateway announced other money for a payment whose money was accounted for, where no open issue
 * says so: its own answer does not show that money yet. It is no issue by itself, because only that answer tells money.
 *
 * @returns whether that is so
 */
export async function awaitMoreMoney(
  { queries, store }: PaymentContext,
  id: string
): Promise<boolean> {
  const payment = await queries.find(id)
  if (!payment || (payment.issue && !isSeenTo(payment))) {
    return false
  }
  await store.looks.begin(id, { more: true })
  return true
}

/**
 * Shows staff that the gateway announced money that was accounted for in one more event. Its payment shows one amount,
 * so that nobody can tell from here whether a further transfer came.
 */
export async function noteAnnouncedTwice(
  { queries, issues }: PaymentContext,
  id: string,
  event: string
): Promise<void> {
  const payment = await queries.find(id)
  if (
    payment &&
    isAccountedFor(payment) &&
    (!payment.issue || isSeenTo(payment))
  ) {
    await issues.raise(
      id,
      "paid_twice",
      staffMessage("announced_twice", {
        order: payment.order_id ?? "?",
        known: sumKnown(payment, await queries.sumPaidBack(id)),
        event,
      }),
      { more: true }
    )
  }
}
