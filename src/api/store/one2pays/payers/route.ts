import type {
  AuthenticatedMedusaRequest,
  MedusaResponse,
} from "@medusajs/framework/http"
import { listSavedPayers } from "./list-saved-payers"

/**
 * `GET /store/one2pays/payers`: the accounts that the customer who is logged in has saved, the one used last first. 401
 * without a customer.
 */
export const GET = async (
  req: AuthenticatedMedusaRequest,
  res: MedusaResponse
) => {
  res.setHeader("Cache-Control", "no-store")
  res.json({
    payers: await listSavedPayers(req.scope, req.auth_context.actor_id),
  })
}
