import { hasPermission } from "@medusajs/framework"
import type { AuthenticatedMedusaRequest } from "@medusajs/framework/http"
import {
  ContainerRegistrationKeys,
  type FlagRouter,
} from "@medusajs/framework/utils"
import { z } from "@medusajs/framework/zod"

const withRoles = z.object({ roles: z.array(z.string()) })

/** Whether the requesting user's roles have this permission. Where RBAC is off, everybody has all. */
export async function isAllowed(
  { auth_context, scope }: AuthenticatedMedusaRequest,
  resource: string,
  operation: string
): Promise<boolean> {
  const flags = scope.resolve<FlagRouter>(
    ContainerRegistrationKeys.FEATURE_FLAG_ROUTER
  )
  if (!flags.isFeatureEnabled("rbac")) {
    return true
  }
  const roles = withRoles.safeParse(auth_context.app_metadata).data?.roles ?? []
  return (
    // Core allows everything to a user without a role.
    roles.length > 0 &&
    hasPermission({
      roles,
      actions: { resource, operation },
      container: scope,
    })
  )
}
