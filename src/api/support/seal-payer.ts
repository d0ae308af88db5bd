import type {
  AuthenticatedMedusaRequest,
  MedusaNextFunction,
  MedusaResponse,
} from "@medusajs/framework/http"
import { one2paysOf } from "../../modules/one2pays"
import { isOne2Pays } from "../../modules/one2pays/core/is-one2pays"
import { loggedInCustomer } from "./logged-in-customer"

interface SessionBody {
  provider_id?: unknown
  data?: unknown
}

/**
 * Checks the payer and seals the account number before core sees the request: core stores the `data` of a payment session
 * before it asks the provider, and anyone who knows the cart can read it. Other providers' requests pass untouched.
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
  const data = await one2paysOf(req.scope).payers.sealSessionData(
    asRecord(body.data),
    String(req.params.id),
    loggedInCustomer(req)
  )
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
