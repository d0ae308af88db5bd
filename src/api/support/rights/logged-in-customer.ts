import type { AuthenticatedMedusaRequest } from "@medusajs/framework/http"

/**
 * The id of the customer whose token or session a request to `/store` carries. Core has checked the token by then, and has
 * let every other request pass without a customer.
 */
export function loggedInCustomer(
  req: AuthenticatedMedusaRequest
): string | undefined {
  const context = req.auth_context as
    AuthenticatedMedusaRequest["auth_context"] | undefined
  return context?.actor_type === "customer" ? context.actor_id : undefined
}
