import type { AuthenticatedMedusaRequest } from "@medusajs/framework/http"
import { MedusaError } from "@medusajs/framework/utils"
import { expectedError } from "../../../../modules/one2pays/errors/expected-error"
import type { IssueKind } from "../../../../modules/one2pays/reports/list-issues"
import { isAllowed } from "../../../support/rights/is-allowed"

const KINDS: IssueKind[] = ["payment", "withdraw"]

/**
 * The kinds of issues that the requesting user may read. Where RBAC is off, these are all kinds.
 *
 * @throws MedusaError FORBIDDEN when the user may read none
 */
export async function readableKinds(
  req: AuthenticatedMedusaRequest
): Promise<IssueKind[]> {
  const allowed = await Promise.all(
    KINDS.map((kind) => isAllowed(req, `one2pays_${kind}`, "read"))
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
