import type { Logger } from "@medusajs/framework/types"
import { MedusaError } from "@medusajs/framework/utils"
import {
  describeGatewayError,
  noteRetryAfter,
  PUBLIC_ERRORS,
  staffMessage,
  type LocalizedText,
  type PublicError,
  type PublicErrorCode,
} from "../../../messages"
import { expectedError } from "./expected-error"
import { isGatewayFailure, logFailure } from "./log-failure"
import { QrError } from "./qr-error"
import { staffError } from "./staff-error"
import { SealError } from "../shared/seal"

/**
 * An error that a customer can meet. Medusa's error handler keeps the code of these types, on the status nearest to
 * ours. The answer has the text in the reader's language.
 */
export function publicError(
  code: PublicErrorCode,
  text: LocalizedText = PUBLIC_ERRORS[code].text
): MedusaError {
  return expectedError(typeOf(PUBLIC_ERRORS[code].status), text, code)
}

function typeOf(status: PublicError["status"]): string {
  if (status === 403) {
    return MedusaError.Types.FORBIDDEN
  }
  return status < 500
    ? MedusaError.Types.NOT_ALLOWED
    : MedusaError.Types.UNEXPECTED_STATE
}

/** The reader of the answer: a customer reads what they can do, staff read what is wrong. */
export type Reader = "customer" | "staff"

/**
 * Reports a failure twice: to the merchant in the log, and to the waiting reader as a `MedusaError` with one of our
 * codes. The gateway's own words stay in the log.
 */
export function toPublicError(
  error: unknown,
  logger: Logger,
  what: string,
  reader: Reader = "customer"
): unknown {
  if (isGatewayFailure(error)) {
    logFailure(logger, what, error)
    const { code, text, merchant, retryAfter } = describeGatewayError(error)
    noteRetryAfter(retryAfter)
    return logged(publicError(code, reader === "staff" ? merchant : text))
  }
  if (error instanceof QrError || error instanceof SealError) {
    logger.error(error.message)
    return logged(
      reader === "staff" && error instanceof SealError
        ? staffError(staffMessage("account_sealed"))
        : publicError("one2pays_misconfigured")
    )
  }
  return error
}

/**
 * Marks an error as logged: the merchant's log holds its cause. The mark is a plain property, because a workflow
 * carries no other kind.
 */
const logged = (error: MedusaError): MedusaError =>
  Object.assign(error, { is_logged: true })

/**
 * Does work that may call the gateway, and turns the gateway's failure into one of our public errors.
 *
 * @param failed the log's words for the failure
 */
export async function reachable<T>(
  { logger, reader }: { logger: Logger; reader?: Reader },
  failed: string,
  work: () => Promise<T>
): Promise<T> {
  try {
    return await work()
  } catch (error) {
    throw toPublicError(error, logger, failed, reader)
  }
}
