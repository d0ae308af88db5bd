import type { MedusaContainer } from "@medusajs/framework/types"
import { one2paysOf } from "../../modules/one2pays"
import {
  loadOrderFacts,
  owedThrough,
} from "../../modules/one2pays/core/order-facts"
import { queryOf } from "../../modules/one2pays/core/query"

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
  /** Whether the order has a payment with One2Pays already, which `GET /store/one2pays/orders/:id` shows. */
  is_chosen: boolean
}

/** Null for a collection that is not the order's. */
export async function loadPaymentLink(
  container: MedusaContainer,
  { id, order_id }: PaymentLinkIds
): Promise<PaymentLink | null> {
  const [order, payment] = await Promise.all([
    loadOrderFacts(queryOf(container), order_id),
    one2paysOf(container).payments.findOfOrder(order_id),
  ])
  return order?.collections.some((each) => each.id === id)
    ? {
        ...{ id, order_id },
        display_id: order.display_id,
        amount: Number(owedThrough(order, id)),
        currency_code: order.currency_code,
        is_chosen: payment !== null,
      }
    : null
}

/** Reads the last part of the plain page's address: `/one2pays/pay/<order id>~<payment collection id>`. */
export function readToken(token: string): PaymentLinkIds {
  const [order_id = "", id = ""] = token.split("~")
  return { id, order_id }
}
