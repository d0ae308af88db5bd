import type { GraphQuery } from "./query"

/** What staff call an order by. */
export interface OrderName {
  id: string
  display_id: number | null
  email: string | null
}

/** Reads the numbers of orders and their customers' addresses. */
export async function readOrderNames(
  query: GraphQuery,
  ids: (string | null)[]
): Promise<Map<string, OrderName>> {
  const wanted = [...new Set(ids.flatMap((id) => id ?? []))]
  if (wanted.length === 0) {
    return new Map()
  }
  const { data } = await query.graph({
    entity: "order",
    fields: ["id", "display_id", "email"],
    filters: { id: wanted },
  })
  return new Map((data as OrderName[]).map((order) => [order.id, order]))
}

/** The largest number that the database keeps for an order. */
const LARGEST = 2 ** 31 - 1

/** Finds the order that a text names by its number: `8` or `#8`. */
export async function findOrdersByNumber(
  query: GraphQuery,
  text: string
): Promise<string[]> {
  const number = Number(/^#?(\d{1,10})$/.exec(text.trim())?.[1] ?? NaN)
  if (!(number <= LARGEST)) {
    return []
  }
  const { data } = await query.graph({
    entity: "order",
    fields: ["id"],
    filters: { display_id: number },
  })
  return (data as { id: string }[]).map(({ id }) => id)
}
