import type {
  AuthenticatedMedusaRequest,
  MedusaNextFunction,
  MedusaRequest,
  MedusaResponse,
} from "@medusajs/framework/http"
import { one2paysOf } from "../../../modules/one2pays"
import { queryOf } from "../../../modules/one2pays/core/query"

/** The routes that ask for something, which a person decides about later, or that only look. */
const ASKS = /\/(withdraws|withdraws\/bulk|check)\/?$/

/**
 * Lets nobody act who does not exist: Medusa takes the token of a deleted user until it expires, and the key of a deleted
 * user for good.
 */
export async function requireKnownPerson(
  req: AuthenticatedMedusaRequest,
  _res: MedusaResponse,
  next: MedusaNextFunction
): Promise<void> {
  const { people } = one2paysOf(req.scope)
  const query = queryOf(req.scope)
  const { actor_id } = req.auth_context
  if (ASKS.test(req.path)) {
    await people.asking(query, actor_id)
  } else {
    await people.deciding(query, actor_id)
  }
  next()
}

/** Keeps whose key it was that somebody deletes: with the key, Medusa forgets it. */
export async function rememberKeyMaker(
  req: MedusaRequest,
  _res: MedusaResponse,
  next: MedusaNextFunction
): Promise<void> {
  await one2paysOf(req.scope).people.remember(
    queryOf(req.scope),
    String(req.params.id)
  )
  next()
}
