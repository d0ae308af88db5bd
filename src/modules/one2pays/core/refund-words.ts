import type { GraphQuery } from "./query"

/** What staff said when they refunded: the label of core's refund reason, and their note. */
export interface RefundWords {
  reason: string | null
  note: string | null
}

/** Reads what staff said about a refund. Null when Medusa has no such refund any more. */
export async function readRefundWords(
  query: GraphQuery,
  id: string
): Promise<RefundWords | null> {
  const { data } = await query.graph({
    entity: "refund",
    fields: ["id", "note", "refund_reason.label"],
    filters: { id },
  })
  const [refund] = data as {
    note?: string | null
    refund_reason?: { label: string } | null
  }[]
  return refund
    ? { reason: refund.refund_reason?.label ?? null, note: refund.note ?? null }
    : null
}
