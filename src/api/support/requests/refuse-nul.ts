import type {
  MedusaNextFunction,
  MedusaRequest,
  MedusaResponse,
} from "@medusajs/framework/http"
import { MedusaError } from "@medusajs/framework/utils"
import { expectedError } from "../../../modules/one2pays/errors/expected-error"

/** Answers 404 to a path with a NUL: no id has a NUL in it, and PostgreSQL refuses to look for one. */
export function refuseNul(
  req: MedusaRequest,
  _res: MedusaResponse,
  next: MedusaNextFunction
): void {
  next(
    req.originalUrl.split("?")[0]?.includes("%00")
      ? expectedError(MedusaError.Types.NOT_FOUND, "There is nothing here.")
      : undefined
  )
}
