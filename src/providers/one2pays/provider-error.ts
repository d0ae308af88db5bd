import type { Logger } from "@medusajs/framework/types"
import { MedusaError } from "@medusajs/framework/utils"
import { One2PaysError } from "../../gateway"
import { logFailure } from "../../modules/one2pays/log-failure"
import {
  describeGatewayError,
  noteRetryAfter,
  PUBLIC_ERRORS,
  type PublicErrorCode,
} from "../../messages"
import { QrAmountError } from "../../modules/one2pays/qr-amount-error"
import { SealError } from "../../modules/one2pays/seal"

/**
 * Says a failure twice: to the merchant in the log, and to the customer as a `MedusaError`
 * with one of our codes. The gateway's own words stay in the log.
 */
export function toProviderError(
  error: unknown,
  logger: Logger,
  what: string
): unknown {
  if (error instanceof One2PaysError) {
    logFailure(logger, what, error)
    const { code, retryAfter } = describeGatewayError(error)
    noteRetryAfter(retryAfter)
    return publicError(code)
  }
  if (error instanceof QrAmountError || error instanceof SealError) {
    logger.error(error.message)
    return publicError("one2pays_misconfigured")
  }
  return error
}

/** Types whose code Medusa's error handler keeps, on the status nearest to ours. */
export function publicError(code: PublicErrorCode): MedusaError {
  const { status, text } = PUBLIC_ERRORS[code]
  const type =
    status === 400
      ? MedusaError.Types.NOT_ALLOWED
      : MedusaError.Types.UNEXPECTED_STATE
  return new MedusaError(type, text.en, code)
}
