import type { MedusaContainer } from "@medusajs/framework/types"
import { MedusaError } from "@medusajs/framework/utils"
import { systemClock } from "../../../../../gateway"
import { one2paysOf } from "../../../../../modules/one2pays"
import { queryOf } from "../../../../../modules/one2pays/core/query"
import { loadOrderFacts } from "../../../../../modules/one2pays/core/order-facts"
import { loadSessionIds } from "../../../../../modules/one2pays/core/session-facts"
import { expectedError } from "../../../../../modules/one2pays/errors/expected-error"
import {
  chooseShown,
  statusOfOrder,
  type OrderStatus,
} from "../../../../../modules/one2pays/payments/order-status"
import type { Payment } from "../../../../../modules/one2pays/payments/payment"
import { cancelUnopenedWorkflow } from "../../../../../workflows/orders/cancel-unopened"
import type { PaymentFacts } from "./render-payment"

/**
 * Loads what the store's answer about an order needs.
 *
 * @throws MedusaError NOT_FOUND for an order without a One2Pays payment
 */
export async function loadFacts(
  container: MedusaContainer,
  orderId: string
): Promise<PaymentFacts> {
  const now = new Date(systemClock.now())
  const { connection, options } = one2paysOf(container)
  const [shown, maintenance] = await Promise.all([
    findShownPayment(container, orderId, now),
    connection.maintenance(),
  ])
  const { merchantName } = options
  return { ...shown, maintenance, now, merchantName }
}

/** A payment, and how its order stands. */
export interface ShownPayment {
  payment: Payment
  status: OrderStatus
}

/**
 * The payment that the customer of an order sees, and how their order stands.
 *
 * @throws MedusaError NOT_FOUND for an order without a One2Pays payment
 */
export async function findShownPayment(
  container: MedusaContainer,
  orderId: string,
  now: Date
): Promise<ShownPayment> {
  const { payments } = one2paysOf(container)
  const load = () => loadOrderFacts(queryOf(container), orderId)
  const [known, order] = await Promise.all([
    payments.listOfOrder(orderId),
    load(),
  ])
  const shown = chooseShown(known, order)
  if (shown) {
    return { payment: shown, status: statusOfOrder(shown, order, now, known) }
  }
  const unopened = await findUnopened(container, orderId)
  if (!unopened) {
    throw expectedError(
      MedusaError.Types.NOT_FOUND,
      `Order ${orderId} has no One2Pays payment`
    )
  }
  // The order has its payment collection only now.
  return {
    payment: unopened,
    status: statusOfOrder(unopened, await load(), now),
  }
}

/** The initiated payment of an order whose completion is under way. `cancelUnopenedWorkflow` sees to one that was cut off. */
async function findUnopened(
  container: MedusaContainer,
  orderId: string
): Promise<Payment | null> {
  const one2pays = one2paysOf(container)
  const sessionIds = await loadSessionIds(queryOf(container), orderId)
  const payments = await one2pays.payments.listOfSessions(sessionIds)
  const initiated = payments.filter(({ state }) => state === "initiated")
  const [last] = initiated
  const areOurs = sessionIds.every((id) =>
    initiated.some(({ session_id }) => session_id === id)
  )
  if (!last || !areOurs) {
    return null
  }
  await cancelUnopenedWorkflow(container).run({
    input: {
      payments: initiated.map(({ id, session_id, payment_collection_id }) => ({
        id,
        session_id,
        payment_collection_id,
      })),
    },
  })
  return (
    (await one2pays.payments.findOfOrder(orderId)) ?? {
      ...last,
      order_id: orderId,
    }
  )
}
