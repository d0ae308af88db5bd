import type { MedusaRequest } from "@medusajs/framework/http"
import type { Logger } from "@medusajs/framework/types"
import { ContainerRegistrationKeys } from "@medusajs/framework/utils"
import { reachable as orPublicError } from "../../modules/one2pays/errors/public-error"

/** Lets a gateway failure in a request through as one of our public errors, in words for staff. */
export const reachable = <T>(
  req: MedusaRequest,
  what: string,
  work: Promise<T>
): Promise<T> =>
  orPublicError(
    work,
    req.scope.resolve<Logger>(ContainerRegistrationKeys.LOGGER),
    what,
    "staff"
  )
