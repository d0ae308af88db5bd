import { hasPermission } from "@medusajs/framework"
import type { AuthenticatedMedusaRequest } from "@medusajs/framework/http"
import {
  ContainerRegistrationKeys,
  MedusaError,
  type FlagRouter,
} from "@medusajs/framework/utils"
import { z } from "zod"
import { expectedError } from "../../../../modules/one2pays/errors/expected-error"
import type { IssueKind } from "../../../../modules/one2pays/reports/list-issues"

const KINDS: IssueKind[] = ["payment", "withdraw"]
const withRoles = z.object({ roles: z.array(z.string()) })

/**
 * The kinds of issues that the requesting user may read. Where RBAC is off, these are all kinds.
 *
 * @throws MedusaError FORBIDDEN when the user may read none
 */
export async function readableKinds({
  auth_context: { app_metadata },
  scope,
}: AuthenticatedMedusaRequest): Promise<IssueKind[]> {
  const flags = scope.resolve<FlagRouter>(
    ContainerRegistrationKeys.FEATURE_FLAG_ROUTER
  )
  if (!flags.isFeatureEnabled("rbac")) {
    return KINDS
  }
  const roles = withRoles.safeParse(app_metadata).data?.roles ?? []
  const allowed = await Promise.all(
    KINDS.map(
      async (kind) =>
        // Core allows everything to a user without a role.
        roles.length > 0 &&
        (await hasPermission({
          roles,
          actions: { resource: `one2pays_${kind}`, operation: "read" },
          container: scope,
        }))
    )
  )
  const kinds = KINDS.filter((_, index) => allowed[index])
  if (kinds.length === 0) {
    throw expectedError(
      MedusaError.Types.FORBIDDEN,
      "Insufficient permissions. Required policies: one2pays_payment:read or one2pays_withdraw:read"
    )
  }
  return kinds
}
