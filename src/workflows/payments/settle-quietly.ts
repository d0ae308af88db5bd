import type { MedusaContainer } from "@medusajs/framework/types"
import { loggerOf } from "../../modules/one2pays/core/query"
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
      loggerOf(container),
      `payment ${paymentId} could not be settled now`,
      error
    )
  }
}
