import type { MedusaContainer } from "@medusajs/framework/types"
import {
  ContainerRegistrationKeys,
  MedusaError,
} from "@medusajs/framework/utils"
import {
  ONE2PAYS_MODULE,
  type One2PaysModuleService,
} from "../../../../../modules/one2pays"
import { expectedError } from "../../../../../modules/one2pays/errors/expected-error"
import type { Payment } from "../../../../../modules/one2pays/payments/payment-store"
import {
  findPaidElsewhere,
  loadSessionIds,
  type GraphQuery,
  type PaidElsewhere,
} from "../../../../../modules/one2pays/core/session-facts"
import { endUnopened } from "../../../../../workflows/payments/steps/cancel-unopened"
import { canRetry } from "./render-payment"

/**
 * The attempt that the customer of an order sees.
 *
 * @throws MedusaError not found, for an order without a One2Pays payment
 */
export async function findShownPayment(
  container: MedusaContainer,
  orderId: string
): Promise<Payment> {
  const one2pays = container.resolve<One2PaysModuleService>(ONE2PAYS_MODULE)
  const payment =
    (await one2pays.findShownAttemptOfOrder(orderId)) ??
    (await findUnopened(container, orderId))
  if (!payment) {
    throw expectedError(
      MedusaError.Types.NOT_FOUND,
      `Order ${orderId} has no One2Pays payment`
    )
  }
  return payment
}

/** What was chosen for an order whose completion is under way; or was cut off, and then it is ended. */
async function findUnopened(
  container: MedusaContainer,
  orderId: string
): Promise<Payment | null> {
  const one2pays = container.resolve<One2PaysModuleService>(ONE2PAYS_MODULE)
  const sessionIds = await loadSessionIds(queryOf(container), orderId)
  const payments = await one2pays.listAttemptsOfSessions(sessionIds)
  const chosen = payments.filter(({ state }) => state === "initiated")
  const [last] = chosen
  const areOurs = sessionIds.every((id) =>
    chosen.some(({ session_id }) => session_id === id)
  )
  if (!last || !areOurs) {
    return null
  }
  await endUnopened(container, chosen)
  return (
    (await one2pays.findShownAttemptOfOrder(orderId)) ?? {
      ...last,
      order_id: orderId,
    }
  )
}

/** What else pays the order of a payment that ended without money. */
export async function paidElsewhere(
  container: MedusaContainer,
  payment: Payment,
  now: Date
): Promise<PaidElsewhere | null> {
  return canRetry(payment, now)
    ? findPaidElsewhere(queryOf(container), payment)
    : null
}

const queryOf = (container: MedusaContainer) =>
  container.resolve<GraphQuery>(ContainerRegistrationKeys.QUERY)
