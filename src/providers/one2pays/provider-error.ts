import type { Logger } from "@medusajs/framework/types"
import { MedusaError } from "@medusajs/framework/utils"
import { One2PaysError } from "../../gateway"
import {
  describeGatewayError,
  PUBLIC_ERRORS,
  type PublicErrorCode,
} from "../../messages"
import { QrAmountError } from "../../modules/one2pays/qr-amount-error"
import { SealError } from "../../modules/one2pays/seal"

/**
 * Says a failure twice: to the merchant in the log, and to the customer as a `MedusaError`
 * with one of our codes. The gateway's own words stay in the log.
 */
export function toProviderError(error: unknown, logger: Logger): unknown {
  if (error instanceof One2PaysError) {
    const { code, merchant } = describeGatewayError(error)
    logger.error(
      `[one2pays] ${merchant} ${JSON.stringify({
        code: error.gatewayCode ?? error.code,
        message: error.message,
        status: error.status,
        reference: error.referenceId,
        idempotency_key: error.idempotencyKey,
        request_id: error.requestId,
        tries: error.tries,
      })}`
    )
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
