import type { GraphQuery } from "../../modules/one2pays/core/query"

/** What Medusa keeps of a notification that it was asked to send. */
export interface KeptNotification {
  idempotency_key: string
  status: "pending" | "success" | "failure"
}

/** Reads what became of notifications by their keys. */
export async function listKept(
  query: GraphQuery,
  idempotency_key: string[]
): Promise<KeptNotification[]> {
  const { data } = await query.graph({
    entity: "notification",
    fields: ["id", "idempotency_key", "status"],
    filters: { idempotency_key },
  })
  return data as KeptNotification[]
}
