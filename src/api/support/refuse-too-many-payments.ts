import { noteRetryAfter } from "../../messages"
import type { One2PaysModuleService } from "../../modules/one2pays"
import { publicError } from "../../modules/one2pays/errors/public-error"

/**
 * Refuses a customer who asks too often for another payment of one order, by whichever route. Each request may cost a call
 * of the gateway, also a refused one.
 */
export async function refuseTooManyPayments(
  one2pays: One2PaysModuleService,
  orderId: string
): Promise<void> {
  const waitMs = await one2pays.connection.nextPayments.take(orderId)
  if (waitMs > 0) {
    noteRetryAfter(waitMs / 1000)
    throw publicError("one2pays_busy")
  }
}
