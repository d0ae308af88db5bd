import type { Logger, MedusaContainer } from "@medusajs/framework/types"
import { ContainerRegistrationKeys } from "@medusajs/framework/utils"
import { logFailure } from "../../modules/one2pays/errors/log-failure"
import { settlePaymentWorkflow } from "./settle-payment"

/**
 * Settles a payment that the caller refreshed a moment ago, and lets the caller go on if that fails. The payment then
 * stays unfinished, and the reconciliation settles it.
 */
export async function settleQuietly(
  container: MedusaContainer,
  paymentId: string
): Promise<void> {
  try {
    await settlePaymentWorkflow(container).run({
      input: { payment_id: paymentId, is_read: true },
    })
  } catch (error) {
    logFailure(
      container.resolve<Logger>(ContainerRegistrationKeys.LOGGER),
      `payment ${paymentId} could not be settled now`,
      error
    )
  }
}
