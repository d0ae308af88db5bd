import type { MedusaContainer } from "@medusajs/framework/types"
import { MedusaError } from "@medusajs/framework/utils"
import { one2paysOf } from "../../../../../modules/one2pays"
import { queryOf } from "../../../../../modules/one2pays/core/query"
import {
  findPaidElsewhere,
  loadSessionIds,
  type PaidElsewhere,
} from "../../../../../modules/one2pays/core/session-facts"
import { expectedError } from "../../../../../modules/one2pays/errors/expected-error"
import { canRetry } from "../../../../../modules/one2pays/payments/lifecycle"
import type { Payment } from "../../../../../modules/one2pays/payments/payment"
import { cancelUnopenedWorkflow } from "../../../../../workflows/orders/cancel-unopened"

/**
 * The payment that the customer of an order sees.
 *
 * @throws MedusaError NOT_FOUND for an order without a One2Pays payment
 */
export async function findShownPayment(
  container: MedusaContainer,
  orderId: string
): Promise<Payment> {
  const one2pays = one2paysOf(container)
  const payment =
    (await one2pays.payments.findShownOfOrder(orderId)) ??
    (await findUnopened(container, orderId))
  if (!payment) {
    throw expectedError(
      MedusaError.Types.NOT_FOUND,
      `Order ${orderId} has no One2Pays payment`
    )
  }
  return payment
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
    (await one2pays.payments.findShownOfOrder(orderId)) ?? {
      ...last,
      order_id: orderId,
    }
  )
}

/** Other money for the order of a payment that ended without money. */
export async function paidElsewhere(
  container: MedusaContainer,
  payment: Payment,
  now: Date
): Promise<PaidElsewhere | null> {
  return canRetry(payment, now)
    ? findPaidElsewhere(queryOf(container), payment)
    : null
}
