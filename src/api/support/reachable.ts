import type { MedusaRequest } from "@medusajs/framework/http"
import { loggerOf } from "../../modules/one2pays/core/query"
import { reachable as orPublicError } from "../../modules/one2pays/errors/public-error"

/** Lets a gateway failure in a request through as one of our public errors, in words for staff. */
export const reachable = <T>(
  req: MedusaRequest,
  what: string,
  work: Promise<T>
): Promise<T> => orPublicError(work, loggerOf(req.scope), what, "staff")
