import type { AuthenticatedMedusaRequest } from "@medusajs/framework/http"
import { one2paysOf } from "../../../../modules/one2pays"
import { loadOrderFacts } from "../../../../modules/one2pays/core/order-facts"
import { queryOf } from "../../../../modules/one2pays/core/query"
import {
  owedNow,
  refuseToAsk,
} from "../../../../modules/one2pays/payments/ask-anew"
import { isAllowed } from "../../../support/rights/is-allowed"
import { mayReadOrders } from "../../../support/rights/readable-orders"

/** The money of one order. Amounts are THB in major units. */
export interface OrderMoneyView {
  /** What came in by its One2Pays payments. */
  received: number
  /** What it still owes. Null for a reader who may not read orders. */
  waiting: number | null
  /** Whether staff can send its customer a link to pay that. */
  can_ask: boolean
  /** What went back to its customer, or is about to. Null for a reader who may not read withdraws. */
  refunded: number | null
  /** The part of `refunded` that has not been paid yet. */
  on_its_way: number | null
}

/** Reads the money of an order from the database, as far as the reader may see it. */
export async function readOrderMoney(
  req: AuthenticatedMedusaRequest,
  orderId: string
): Promise<OrderMoneyView> {
  const { reports } = one2paysOf(req.scope)
  const [received, order, back] = await Promise.all([
    reports.receivedOfOrder(orderId),
    readOwed(req, orderId),
    readRefunded(req, orderId),
  ])
  return { received: Number(received), ...order, ...back }
}

async function readOwed(
  req: AuthenticatedMedusaRequest,
  orderId: string
): Promise<Pick<OrderMoneyView, "waiting" | "can_ask">> {
  if (!(await mayReadOrders(req))) {
    return { waiting: null, can_ask: false }
  }
  const [order, payments] = await Promise.all([
    loadOrderFacts(queryOf(req.scope), orderId),
    one2paysOf(req.scope).payments.listOfOrder(orderId),
  ])
  return order
    ? {
        waiting: Number(owedNow(order)),
        can_ask: refuseToAsk(order, payments) === null,
      }
    : { waiting: null, can_ask: false }
}

async function readRefunded(
  req: AuthenticatedMedusaRequest,
  orderId: string
): Promise<Pick<OrderMoneyView, "refunded" | "on_its_way">> {
  if (!(await isAllowed(req, "one2pays_withdraw", "read"))) {
    return { refunded: null, on_its_way: null }
  }
  const { refunded, on_its_way } = await one2paysOf(
    req.scope
  ).reports.refundedOfOrder(orderId)
  return { refunded: Number(refunded), on_its_way: Number(on_its_way) }
}
