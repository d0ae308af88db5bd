import type { Logger, MedusaContainer } from "@medusajs/framework/types"
import { ContainerRegistrationKeys } from "@medusajs/framework/utils"
import { logFailure } from "../../modules/one2pays/errors/log-failure"
import { settlePaymentWorkflow } from "./settle-payment"

/**
 * Settles a payment that was read a moment ago, for callers who go on whatever becomes of it: it
 * stays unfinished, and the reconciliation comes back to it.
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
