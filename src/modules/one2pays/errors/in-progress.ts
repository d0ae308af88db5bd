import { MedusaError } from "@medusajs/framework/utils"
import { expectedError } from "./expected-error"

const CODE = "one2pays_in_progress"

/**
 * Somebody else is at the same work, here or in another instance. Not of the type CONFLICT: Medusa answers its own
 * sentence about idempotency in place of that.
 */
export const inProgress = (message: string): MedusaError =>
  expectedError(MedusaError.Types.NOT_ALLOWED, message, CODE)

/** Also as it is after a workflow has carried it, of no class. */
export const isInProgress = (error: unknown): boolean =>
  typeof error === "object" &&
  error !== null &&
  "code" in error &&
  error.code === CODE
