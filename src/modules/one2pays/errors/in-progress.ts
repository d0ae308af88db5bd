import type { StaffCode } from "../../../messages"

const CODE: StaffCode = "one2pays_in_progress"

/**
 * Whether an error says that somebody else is at the same work, here or in another instance. Also as it is after a
 * workflow has carried it, of no class.
 */
export const isInProgress = (error: unknown): boolean =>
  typeof error === "object" &&
  error !== null &&
  "code" in error &&
  error.code === CODE
