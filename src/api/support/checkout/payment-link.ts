import type { MedusaContainer } from "@medusajs/framework/types"
import { systemClock } from "../../../gateway"
import { one2paysOf } from "../../../modules/one2pays"
import {
  loadOrderFacts,
  owedThrough,
  type OrderFacts,
} from "../../../modules/one2pays/core/order-facts"
import { queryOf } from "../../../modules/one2pays/core/query"
import { asksForAll } from "../../../modules/one2pays/payments/ask-anew"
import {
  chooseShown,
  statusOfOrder,
} from "../../../modules/one2pays/payments/order-status"
import { isUnderReview } from "../../../modules/one2pays/payments/lifecycle"
import type { Payment } from "../../../modules/one2pays/payments/payment"

/** A payment link names a payment collection and its order. Whoever has both may pay. */
export interface PaymentLinkIds {
  /** Of the payment collection. */
  id: string
  order_id: string
}

/** What a payment link asks for. `amount` is THB in major units, and 0 where nothing is left to pay. */
export interface PaymentLink extends PaymentLinkIds {
  display_id: number | null
  amount: number
  currency_code: string
  /**
   * Whether `GET /store/one2pays/orders/:id` shows what the customer has to see: a payment of the order that goes on, or
   * that nothing is left to pay.
   */
  is_chosen: boolean
}

/** Null for a collection that is not the order's. */
export async function loadPaymentLink(
  container: MedusaContainer,
  { id, order_id }: PaymentLinkIds
): Promise<PaymentLink | null> {
  const [order, payments] = await Promise.all([
    loadOrderFacts(queryOf(container), order_id),
    one2paysOf(container).payments.listOfOrder(order_id),
  ])
  if (!order?.collections.some((each) => each.id === id)) {
    return null
  }
  const amount = Number(owedThrough(order, id))
  return {
    ...{ id, order_id, amount },
    display_id: order.display_id,
    currency_code: order.currency_code,
    is_chosen: isChosen(payments, order, { id, amount }),
  }
}

/** Whether the order's own payment is what the customer has to see: where more is to be paid, one that goes on. */
function isChosen(
  payments: Payment[],
  order: OrderFacts,
  { id, amount }: Pick<PaymentLink, "id" | "amount">
): boolean {
  const shown = chooseShown(payments, order)
  if (!shown || amount === 0) {
    return shown !== null
  }
  const now = new Date(systemClock.now())
  const { status, can_retry } = statusOfOrder(shown, order, now, payments)
  return (
    can_retry ||
    status === "awaiting_payment" ||
    status === "processing" ||
    // Once staff have closed the issue, the link over all that is owed asks for money again, and no older one.
    (status === "under_review" &&
      (isUnderReview(shown) || !asksForAll(order, payments, id)))
  )
}

/** Reads the last part of the plain page's address: `/one2pays/pay/<order id>~<payment collection id>`. */
export function readToken(token: string): PaymentLinkIds {
  const [order_id = "", id = ""] = token.split("~")
  return { id, order_id }
}
