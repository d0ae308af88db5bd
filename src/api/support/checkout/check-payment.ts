import type { MedusaContainer } from "@medusajs/framework/types"
import { isPublicErrorCode } from "../../../messages"
import { one2paysOf } from "../../../modules/one2pays"
import { loggerOf } from "../../../modules/one2pays/core/query"
import { isInProgress } from "../../../modules/one2pays/errors/in-progress"
import { logFailure } from "../../../modules/one2pays/errors/log-failure"
import { reachable } from "../../../modules/one2pays/errors/public-error"
import type { Payment } from "../../../modules/one2pays/payments/payment"
import { PATIENCE_MS } from "../../../workflows/payments/patience"
import { settlePaymentWorkflow } from "../../../workflows/payments/settle-payment"
import { refuseTooManyChecks } from "../requests/refuse-too-many"

/**
 * Asks the gateway once about a payment whose customer says that they have paid, and acts on its answer.
 *
 * @throws MedusaError `one2pays_busy` for a customer who asks too often, or a code of the gateway's failure
 */
export async function checkPayment(
  container: MedusaContainer,
  { id, order_id, reference_id }: Payment
): Promise<void> {
  const logger = loggerOf(container)
  await refuseTooManyChecks(one2paysOf(container), order_id ?? "")
  const failed = `payment ${reference_id ?? id} could not be checked for its customer`
  await reachable({ logger }, failed, () =>
    settlePaymentWorkflow(container).run({
      input: { payment_id: id, patience_ms: PATIENCE_MS },
    })
  ).catch((error: unknown) => {
    const { code } = (error ?? {}) as { code?: unknown }
    if (isPublicErrorCode(code)) {
      throw error
    }
    if (!isInProgress(error)) {
      // The money is known, or will be. The reconciliation goes on, and the customer reads how the order stands.
      logFailure(logger, failed, error)
    }
  })
}
