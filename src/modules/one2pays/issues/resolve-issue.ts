import { staffMessage, type Words } from "../../../messages"
import { staffError } from "../errors/staff-error"
import type { IssueStore } from "./issue-store"

/**
 * Resolves an issue, and keeps who did it, when and why.
 *
 * @param only resolves it only if it is this one
 * @throws MedusaError NOT_ALLOWED when it is not open, for example because another person was first, or its money is on
 * its way back
 */
export async function resolveIssue<Issue extends string, Row>(
  store: Pick<IssueStore<Issue, Row>, "resolve" | "findPayBack">,
  id: string,
  by: string,
  resolution: Words,
  only?: string
): Promise<Row> {
  const resolved = await store.resolve(id, by, resolution, only)
  if (!resolved) {
    const payout = await store.findPayBack(id)
    if (payout) {
      throw staffError(staffMessage("being_paid_back", { id, payout }))
    }
    throw staffError(
      only
        ? staffMessage("issue_closed", { id })
        : staffMessage("no_open_issue", { id })
    )
  }
  return resolved
}
