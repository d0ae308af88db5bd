import type {
  AuthenticatedMedusaRequest,
  MedusaNextFunction,
  MedusaResponse,
} from "@medusajs/framework/http"
import { one2paysOf } from "../../../modules/one2pays"
import { isOne2Pays } from "../../../modules/one2pays/core/is-one2pays"
import { loadOwner } from "../../../modules/one2pays/core/order-owner"
import { queryOf } from "../../../modules/one2pays/core/query"
import { findOrderIdOfCollection } from "../../../modules/one2pays/core/session-facts"
import { loggedInCustomer } from "../rights/logged-in-customer"

interface SessionBody {
  provider_id?: unknown
  data?: unknown
}

/**
 * Checks the payer and seals the account number before core sees the request: core stores the `data` of a payment session
 * before it asks the provider, and anyone who knows the cart can read it. An order gets no payer whom only its own
 * customer may give. Other providers' requests pass untouched.
 */
export async function sealPayer(
  req: AuthenticatedMedusaRequest,
  _: MedusaResponse,
  next: MedusaNextFunction
): Promise<void> {
  const body = req.body as SessionBody | undefined
  if (!body || !isOne2Pays(body.provider_id)) {
    next()
    return
  }
  const one2pays = one2paysOf(req.scope)
  const collectionId = String(req.params.id)
  const customerId = loggedInCustomer(req)
  const data = await one2pays.payers.sealSessionData(
    asRecord(body.data),
    collectionId,
    customerId
  )
  const query = queryOf(req.scope)
  const orderId = await findOrderIdOfCollection(query, collectionId)
  if (orderId !== null) {
    // The provider asks the same, but by then core is deleting the order's payment session, with the QR that the
    // customer sees.
    await one2pays.payments.assertMayGive(data.payer, collectionId, {
      order_id: orderId,
      owner: await loadOwner(query, orderId),
      asked_by: customerId,
    })
  }
  body.data = data
  const validated = req.validatedBody as SessionBody | undefined
  if (validated) {
    validated.data = data
  }
  next()
}

const asRecord = (value: unknown): Record<string, unknown> | undefined =>
  typeof value === "object" && value !== null
    ? (value as Record<string, unknown>)
    : undefined
