import { isMoney, owedThrough, type OrderFacts } from "../core/order-facts"
import { isArriving, isUnderReview } from "./lifecycle"
import type { Payment } from "./payment"

/** Why staff cannot ask the customer of an order for money: the key of the text that says it. */
export type AskRefusal = "order_owes_nothing" | "order_has_money"

/**
 * Says why staff cannot ask the customer of an order for what it owes. Money that came, and that the order has not taken
 * yet, may be that very sum: whoever is asked then pays twice.
 *
 * @param payments all of the order
 * @returns null where they can
 */
export function refuseToAsk(
  order: OrderFacts,
  payments: Payment[]
): AskRefusal | null {
  if (!isMoney(owedNow(order))) {
    return "order_owes_nothing"
  }
  return payments.some(
    (each) =>
      isArriving(each) ||
      (isUnderReview(each) && (!each.settled_at || each.issue === "paid_twice"))
  )
    ? "order_has_money"
    : null
}

/** What an order owes, in THB with two decimals. A canceled order owes nothing. */
export const owedNow = ({ canceled, owed }: OrderFacts): string =>
  canceled ? "0.00" : owed

/**
 * Finds the payment collection of a link over all that an order owes. One whose money staff have decided about keeps
 * telling its customer of the review: an old link must not ask again for money that they may have agreed on.
 *
 * @param payments all of the order
 * @returns null where none asks for all of it
 */
export const findCollectionOfAll = (
  order: OrderFacts,
  payments: Payment[]
): string | null =>
  order.collections.find(({ id }) => asksForAll(order, payments, id))?.id ??
  null

/** Whether the link of a payment collection asks for all that its order owes. See `findCollectionOfAll`. */
export const asksForAll = (
  order: OrderFacts,
  payments: Payment[],
  id: string
): boolean =>
  owedThrough(order, id) === order.owed &&
  !payments.some((each) => each.payment_collection_id === id && isDecided(each))

/** Whether money came that the order has not taken, and staff closed its issue. */
const isDecided = (payment: Payment): boolean =>
  payment.state === "succeeded" &&
  payment.issue !== null &&
  !payment.settled_at &&
  !payment.paid_back_at &&
  !isUnderReview(payment)
