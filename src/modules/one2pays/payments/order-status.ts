import { MathBN } from "@medusajs/framework/utils"
import type { PaymentDisplayStatus } from "../../../messages"
import { isMoney, owedThrough, type OrderFacts } from "../core/order-facts"
import { canRetry, customerStatus, isPayable, isUnderReview } from "./lifecycle"
import { chooseNextCollection } from "./next-collection"
import type { Payment } from "./payment"

/** How an order stands with its customer. */
export interface OrderStatus {
  status: PaymentDisplayStatus
  can_retry: boolean
  /** What an order that was paid in part still owes, in THB with two decimals; null for any other. */
  rest: string | null
  /** What came beyond what the order asks for, in THB with two decimals; null when nothing did. */
  surplus: string | null
}

/**
 * Chooses the payment that the customer of an order sees: the last one, unless staff review money that came for an
 * earlier one, or an earlier one has paid the order. Then nobody should pay another time.
 *
 * @param payments the last one first
 */
export function chooseShown(
  payments: Payment[],
  order: OrderFacts | null
): Payment | null {
  const [latest] = payments
  if (latest?.state === "succeeded" && !latest.paid_back_at) {
    return latest
  }
  const isPaid = order !== null && !isMoney(order.owed)
  return (
    payments.find(isReviewedInstead) ??
    (isPaid ? payments.find(({ settled_at }) => settled_at !== null) : null) ??
    latest ??
    null
  )
}

/** Whether staff review its money, which its order has not taken. Of a settled payment they review what came beside it. */
const isReviewedInstead = (payment: Payment): boolean =>
  isUnderReview(payment) && !payment.settled_at

/**
 * The status of an order for its customer. It follows what the order owes, and only then the payment that is shown: an
 * order that is paid needs no other try, and one that owes is not paid.
 *
 * @param order null when core does not have it (yet)
 * @param payments all of the order, for money that came twice
 */
export function statusOfOrder(
  payment: Payment,
  order: OrderFacts | null,
  now: Date,
  payments: Payment[] = []
): OrderStatus {
  const own = customerStatus(payment, now)
  if (!order) {
    return {
      status: own,
      can_retry: canRetry(payment, now),
      rest: null,
      surplus: null,
    }
  }
  const status = follow(payment, own, order)
  const isPartlyPaid = status === "partially_paid"
  return {
    status,
    can_retry:
      (isPartlyPaid
        ? !payments.some(
            (each) => isPayable(each, now) || isReviewedInstead(each)
          )
        : status === own && canRetry(payment, now)) &&
      chooseNextCollection(order, payment.payment_collection_id) !== null,
    rest: isPartlyPaid ? order.owed : null,
    surplus: status === "paid" ? surplusOf(order, payments) : null,
  }
}

function follow(
  payment: Payment,
  own: PaymentDisplayStatus,
  order: OrderFacts
): PaymentDisplayStatus {
  if (own === "under_review") {
    return own
  }
  if (order.canceled) {
    return "canceled"
  }
  if (!isMoney(order.owed)) {
    if (isMoney(order.held)) {
      return own === "awaiting_payment" ? "canceled" : own
    }
    return order.was_paid && !isMoney(order.paid) ? "refunded" : "paid"
  }
  if (own === "paid") {
    // The money is there, and core books it in a moment.
    if (!payment.settled_at || !order.was_paid) {
      return "processing"
    }
    return isMoney(order.paid) ? "partially_paid" : "refunded"
  }
  const owed = owedThrough(order, payment.payment_collection_id)
  // The QR asks for more than is owed. The next payment takes its place within a minute.
  return own === "awaiting_payment" && MathBN.gt(payment.amount, owed)
    ? "processing"
    : own
}

/** Money that Medusa has booked beyond the total, and money that staff have yet to give back. */
function surplusOf(order: OrderFacts, payments: Payment[]): string | null {
  const surplus = MathBN.sum(
    order.surplus,
    ...payments.filter(isReviewedInstead).map(({ amount }) => amount)
  )
  return MathBN.gt(surplus, 0) ? surplus.toFixed(2) : null
}
