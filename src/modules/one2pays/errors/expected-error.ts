import { MedusaError } from "@medusajs/framework/utils"

/**
 * An error that is no bug: somebody asked for what cannot be, or the gateway cannot be reached. It has no stack beyond
 * its message. Whoever logs it, such as core's event bus or a job of the shop's own, would write up to 20 kB of it for
 * every customer who tries again in an outage.
 */
export function expectedError(
  ...[type, message, code]: [type: string, message: string, code?: string]
): MedusaError {
  const error = new MedusaError(type, message, code)
  // A stack's first line is its message, and all that follows is read as frames.
  error.stack = `${error.name}: ${message.split("\n", 1).join()}`
  return error
}
