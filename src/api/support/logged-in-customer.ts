import type { AuthenticatedMedusaRequest } from "@medusajs/framework/http"

/**
 * Id of the customer whose token or session a request to `/store` carries. Core has checked it by
 * then, and has let everybody else pass without one.
 */
export function loggedInCustomer(
  req: AuthenticatedMedusaRequest
): string | undefined {
  const context = req.auth_context as
    AuthenticatedMedusaRequest["auth_context"] | undefined
  return context?.actor_type === "customer" ? context.actor_id : undefined
}
