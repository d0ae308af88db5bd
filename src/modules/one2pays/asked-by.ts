import type { GraphQuery } from "./session-facts"
import type { Withdraw } from "./withdraw-store"

/** Who asked for a withdraw. Of a refund Medusa does not tell the provider: its own record knows. */
export async function findAskedBy(
  query: GraphQuery,
  { requested_by, refund_id }: Pick<Withdraw, "requested_by" | "refund_id">
): Promise<string> {
  if (!refund_id) {
    return requested_by
  }
  const { data } = await query.graph({
    entity: "refund",
    fields: ["id", "created_by"],
    filters: { id: refund_id },
  })
  const [refund] = data as { created_by?: string | null }[]
  return refund?.created_by ?? requested_by
}
