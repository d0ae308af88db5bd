import type { MedusaContainer } from "@medusajs/framework/types"
import { loggerOf } from "../../modules/one2pays/core/query"
import { logFailure } from "../../modules/one2pays/errors/log-failure"
import { settlePaymentWorkflow } from "./settle-payment"

/** A run settles several payments at once, and those of one order one after the other. */
const PATIENCE_MS = 3000

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
      input: { payment_id: paymentId, is_read: true, patience_ms: PATIENCE_MS },
    })
  } catch (error) {
    logFailure(
      loggerOf(container),
      `payment ${paymentId} could not be settled now`,
      error
    )
  }
}
