import type { AuthenticatedMedusaRequest } from "@medusajs/framework/http"
import { one2paysOf } from "../../../../modules/one2pays"
import { queryOf } from "../../../../modules/one2pays/core/query"
import { isSamePerson } from "../../../../modules/one2pays/withdraw-rules/people"
import type { Approver } from "../../../../modules/one2pays/withdraws/store/approval-queries"
import type { Withdraw } from "../../../../modules/one2pays/withdraws/withdraw"

/** Finds the reader of an answer as somebody who may approve what others asked for. */
export async function readingApprover(
  req: AuthenticatedMedusaRequest
): Promise<Approver> {
  const { people, withdraws } = one2paysOf(req.scope)
  const query = queryOf(req.scope)
  const reader = await people.find(query, req.auth_context.actor_id)
  return withdraws.approver(query, reader)
}

/** Whether a withdraw waits for somebody, and is not their own. */
export const mayApprove = (
  { chain, own }: Approver,
  { id, state, requested_by_chain }: Withdraw
): boolean =>
  state === "requires_approval" &&
  !own.includes(id) &&
  !isSamePerson({ chain: requested_by_chain ?? [] }, { chain })
