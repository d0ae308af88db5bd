import { noteRetryAfter } from "../../../messages"
import type { One2PaysModuleService } from "../../../modules/one2pays"
import { publicError } from "../../../modules/one2pays/errors/public-error"
import type { RequestLimit } from "../../../modules/one2pays/gateway-state/request-limit"

/**
 * Refuses a customer who asks too often for another payment of one order, by whichever route. Each request may cost a call
 * of the gateway, also a refused one.
 */
export const refuseTooManyPayments = (
  { connection }: One2PaysModuleService,
  orderId: string
): Promise<void> => refuseTooMany(connection.nextPayments, orderId)

/** Refuses a customer who says too often that they have paid one order. Each time costs a call of the gateway. */
export const refuseTooManyChecks = (
  { connection }: One2PaysModuleService,
  orderId: string
): Promise<void> => refuseTooMany(connection.checks, orderId)

async function refuseTooMany(limit: RequestLimit, key: string): Promise<void> {
  const waitMs = await limit.take(key)
  if (waitMs > 0) {
    noteRetryAfter(waitMs / 1000)
    throw publicError("one2pays_busy")
  }
}
