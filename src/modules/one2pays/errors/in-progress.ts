import type { StaffCode } from "../../../messages"

const CODE: StaffCode = "one2pays_in_progress"

/**
 * Whether an error says that another process, here or in another instance, is at the same work. It also recognizes the
 * error after a workflow has carried it, without its class.
 */
export const isInProgress = (error: unknown): boolean =>
  typeof error === "object" &&
  error !== null &&
  "code" in error &&
  error.code === CODE
