import type {
  AuthenticatedMedusaRequest,
  MedusaNextFunction,
  MedusaRequest,
  MedusaResponse,
} from "@medusajs/framework/http"
import { isAllowed } from "./is-allowed"

/** The names under which Query reads payments from an order, see `links`. */
const LINKED = ["one2pays_payment", "one2pays_payments"]

const isLinked = (field: string) => field.includes("one2pays_payment")

/** Takes them out of what the request asks for: older Medusas keep a restricted field while RBAC is off. */
function hideLinked(req: MedusaRequest): void {
  req.restrictedFields?.add(LINKED)
  const { fields } = req.query
  if (typeof fields === "string") {
    req.query.fields = fields
      .split(",")
      .filter((field) => !isLinked(field))
      .join(",")
  }
}

/**
 * Keeps payments out of the answers of the store's routes: whoever has an order's id may read the order, and would read
 * the payer's name.
 */
export function hideLinkedFromStore(
  req: MedusaRequest,
  _res: MedusaResponse,
  next: MedusaNextFunction
): void {
  hideLinked(req)
  next()
}

/** Keeps them out of the answers of core's routes to staff whose role may not read them. */
export async function hideLinkedFromRoles(
  req: AuthenticatedMedusaRequest,
  _res: MedusaResponse,
  next: MedusaNextFunction
): Promise<void> {
  const { fields } = req.query
  const isAsked = typeof fields === "string" && isLinked(fields)
  if (isAsked && !(await isAllowed(req, "one2pays_payment", "read"))) {
    hideLinked(req)
  }
  next()
}
