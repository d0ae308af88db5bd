import type { MedusaContainer } from "@medusajs/framework/types"
import {
  ContainerRegistrationKeys,
  MedusaError,
} from "@medusajs/framework/utils"
import {
  ONE2PAYS_MODULE,
  type One2PaysModuleService,
} from "../../../../../modules/one2pays"
import type { Attempt } from "../../../../../modules/one2pays/payment-store"
import {
  loadSessionIds,
  type GraphQuery,
} from "../../../../../modules/one2pays/session-facts"

/**
 * The attempt that the customer of an order sees.
 *
 * @throws MedusaError not found, for an order without a One2Pays payment
 */
export async function findShownAttempt(
  container: MedusaContainer,
  orderId: string
): Promise<Attempt> {
  const attempt =
    (await container
      .resolve<One2PaysModuleService>(ONE2PAYS_MODULE)
      .findShownAttemptOfOrder(orderId)) ??
    (await findUnopened(container, orderId))
  if (!attempt) {
    throw new MedusaError(
      MedusaError.Types.NOT_FOUND,
      `Order ${orderId} has no One2Pays payment`
    )
  }
  return attempt
}

/** What was chosen for an order whose completion is under way, or was cut off: the reconciliation ends that soon. */
async function findUnopened(
  container: MedusaContainer,
  orderId: string
): Promise<Attempt | null> {
  const query = container.resolve<GraphQuery>(ContainerRegistrationKeys.QUERY)
  const attempt = await container
    .resolve<One2PaysModuleService>(ONE2PAYS_MODULE)
    .findInitiated(await loadSessionIds(query, orderId))
  return attempt && { ...attempt, order_id: orderId }
}
