import type { GraphQuery } from "./query"

/** What staff call an order by, and its customer. */
export interface OrderName {
  id: string
  display_id: number | null
  email: string | null
  /** First and last name. Null where nobody has given one. */
  customer_name: string | null
}

interface NamedOrder extends Omit<OrderName, "customer_name"> {
  customer?: { first_name: string | null; last_name: string | null } | null
}

/** Reads the numbers of orders and their customers' names and addresses. */
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
    fields: [
      ...["id", "display_id", "email"],
      ...["customer.first_name", "customer.last_name"],
    ],
    filters: { id: wanted },
  })
  return new Map(
    (data as NamedOrder[]).map(({ id, display_id, email, customer }) => {
      const names = [customer?.first_name, customer?.last_name].filter(Boolean)
      return [
        id,
        { id, display_id, email, customer_name: names.join(" ") || null },
      ]
    })
  )
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

/** A shorter text stands in too many names. */
const SHORTEST_NAME = 3
const MOST_CUSTOMERS = 100
const MOST_ORDERS = 1000

/** Finds the latest orders of the customers who have a text in their names or addresses, as core searches customers. */
export async function findOrdersOfCustomers(
  query: GraphQuery,
  text: string
): Promise<string[]> {
  if (text.length < SHORTEST_NAME) {
    return []
  }
  const latest = (take: number) => ({
    skip: 0,
    take,
    order: { id: "DESC" as const },
  })
  const { data: customers } = await query.graph({
    entity: "customer",
    fields: ["id"],
    filters: { q: text },
    pagination: latest(MOST_CUSTOMERS),
  })
  if (customers.length === 0) {
    return []
  }
  const { data: orders } = await query.graph({
    entity: "order",
    fields: ["id"],
    filters: {
      customer_id: (customers as { id: string }[]).map(({ id }) => id),
    },
    pagination: latest(MOST_ORDERS),
  })
  return (orders as { id: string }[]).map(({ id }) => id)
}
