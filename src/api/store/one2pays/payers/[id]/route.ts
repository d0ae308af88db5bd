import type {
  AuthenticatedMedusaRequest,
  MedusaResponse,
} from "@medusajs/framework/http"
import type { IPaymentModuleService } from "@medusajs/framework/types"
import { MedusaError, Modules } from "@medusajs/framework/utils"
import { expectedError } from "../../../../../modules/one2pays/errors/expected-error"
import { ONE2PAYS_PROVIDER } from "../../../../../modules/one2pays/core/is-one2pays"
import { contextOf, listSavedPayers } from "../list-saved-payers"

/**
 * `DELETE /store/one2pays/payers/:id`: deletes a saved account of the customer who is logged in. 401 without a customer;
 * 404 when they have no account with this id, even if another customer has.
 */
export const DELETE = async (
  req: AuthenticatedMedusaRequest,
  res: MedusaResponse
) => {
  const id = String(req.params.id)
  const customerId = req.auth_context.actor_id
  const own = await listSavedPayers(req.scope, customerId)
  if (!own.some((payer) => payer.id === id)) {
    throw expectedError(
      MedusaError.Types.NOT_FOUND,
      `There is no saved account ${id}`
    )
  }
  await req.scope
    .resolve<IPaymentModuleService>(Modules.PAYMENT)
    .deletePaymentMethods({
      provider_id: ONE2PAYS_PROVIDER,
      id,
      context: contextOf(customerId),
    })
  res.json({ id, object: "one2pays_payer", deleted: true })
}
