import type { MedusaRequest } from "@medusajs/framework/http"
import type { Logger } from "@medusajs/framework/types"
import { ContainerRegistrationKeys } from "@medusajs/framework/utils"
import { toPublicError } from "../../../../modules/one2pays/public-error"

/** Lets a gateway failure through as one of our public errors. */
export async function reachable<T>(
  req: MedusaRequest,
  what: string,
  work: Promise<T>
): Promise<T> {
  try {
    return await work
  } catch (error) {
    const logger = req.scope.resolve<Logger>(ContainerRegistrationKeys.LOGGER)
    throw toPublicError(error, logger, what)
  }
}
