import { MedusaError } from "@medusajs/framework/utils"
import { PUBLIC_ERRORS, type PublicErrorCode } from "../../messages"

/**
 * An error that a customer can meet. Of types whose code Medusa's error handler keeps, on the
 * status nearest to ours; the text is translated on its way out.
 */
export function publicError(code: PublicErrorCode): MedusaError {
  const { status, text } = PUBLIC_ERRORS[code]
  const type =
    status === 400
      ? MedusaError.Types.NOT_ALLOWED
      : MedusaError.Types.UNEXPECTED_STATE
  return new MedusaError(type, text.en, code)
}
