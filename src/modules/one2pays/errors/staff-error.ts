import { MedusaError } from "@medusajs/framework/utils"
import {
  describeProblems,
  inAllLanguages,
  STAFF_CODES,
  staffCodeOf,
  staffMessage,
  type CodedKey,
  type LocalizedText,
  type Message,
  type ProblemLine,
  type StaffCode,
} from "../../../messages"
import { expectedError } from "./expected-error"

/** Makes the error that refuses a request of staff. The code and the status are those of the text in `STAFF_CODES`. */
export const staffError = (message: Message<CodedKey>): MedusaError =>
  codedError(staffCodeOf(message.key), inAllLanguages(message))

/** Like `staffError`, where one refusal names several rows. */
export const codedError = (code: StaffCode, text: LocalizedText): MedusaError =>
  expectedError(typeOf(STAFF_CODES[code].status), text, code)

/**
 * The type under which Medusa's error handler keeps a code. The handler has neither 409 nor 503: the plugin sets these
 * on the answer's way out.
 */
function typeOf(status: (typeof STAFF_CODES)[StaffCode]["status"]): string {
  switch (status) {
    case 403:
      return MedusaError.Types.FORBIDDEN
    // 409 is not of the type CONFLICT, because Medusa answers that with its own sentence about idempotency.
    case 400:
    case 409:
      return MedusaError.Types.NOT_ALLOWED
    case 500:
    case 503:
      return MedusaError.Types.UNEXPECTED_STATE
    default:
      return status satisfies never
  }
}

export const noSuchPayment = (id: string): MedusaError =>
  notFound(staffMessage("no_payment", { id }))

export const noSuchOrder = (id: string): MedusaError =>
  notFound(staffMessage("no_order", { id }))

export const noSuchWithdraw = (id: string): MedusaError =>
  notFound(staffMessage("no_withdraw", { id }))

const notFound = (message: Message): MedusaError =>
  expectedError(MedusaError.Types.NOT_FOUND, inAllLanguages(message))

/** Makes the error that refuses a request with wrong fields, and names each. */
export const invalidFields = (lines: readonly ProblemLine[]): MedusaError =>
  expectedError(MedusaError.Types.INVALID_DATA, describeProblems(lines))
