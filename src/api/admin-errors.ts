import type {
  MedusaNextFunction,
  MedusaRequest,
  MedusaResponse,
} from "@medusajs/framework/http"

/** What staff can meet, on a status that Medusa's error handler would take the code away from. */
const CONFLICTS: ReadonlySet<unknown> = new Set([
  "one2pays_wrong_state",
  "one2pays_idempotency_key_reused",
])

/** Gives the admin's errors about a state their 409. */
export function adminErrors(
  _: MedusaRequest,
  res: MedusaResponse,
  next: MedusaNextFunction
): void {
  const json = res.json.bind(res)
  res.json = (body: unknown) => {
    if (CONFLICTS.has((body as { code?: unknown } | null)?.code)) {
      res.status(409)
    }
    return json(body)
  }
  next()
}
