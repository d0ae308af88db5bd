import type { Knex } from "@medusajs/framework/mikro-orm/knex"

/** The part of a list that a request asks for, and its order. */
export interface Page {
  order: {
    column: "created_at" | "amount" | "issue_raised_at"
    direction: "asc" | "desc"
  }
  limit: number
  offset: number
}

/** Reads a page of the rows that a query finds, and counts them all. */
export async function readPage<Row>(
  found: Knex.QueryBuilder,
  { order, limit, offset }: Page,
  toRow: (row: unknown) => Row
): Promise<{ rows: Row[]; count: number }> {
  const [rows, counts] = await Promise.all([
    found
      .clone()
      .orderBy([
        {
          column: order.column,
          order: order.direction,
          // Of a column that is never null it would keep the index from serving.
          ...(order.column === "issue_raised_at" ? { nulls: "last" } : {}),
        },
        { column: "id", order: order.direction },
      ])
      .limit(limit)
      .offset(offset) as Promise<unknown[]>,
    found.clone().count<{ count: string }[]>({ count: "*" }),
  ])
  return { rows: rows.map(toRow), count: Number(counts[0]?.count ?? 0) }
}

/** A text that staff search for. */
export interface Search {
  text: string
  /** The ids of the orders that have it for a number. */
  orders: string[]
}

/** A shorter text, such as the number of an order, stands by chance in many ids. */
const PART_OF_ID = 6

/**
 * Narrows a query down to rows that contain a text, whatever its case, or belong to an order with this number.
 *
 * @param ids columns with ids, of which a short text is no part
 * @param words columns with people's words
 */
export function searchIn(
  query: Knex.QueryBuilder,
  { ids, words = [] }: { ids: readonly string[]; words?: readonly string[] },
  { text, orders }: Search
): void {
  const literal = text.replace(/[\\%_]/g, "\\$&")
  const part = `%${literal}%`
  void query.where((any) => {
    for (const column of words) {
      void any.orWhereILike(column, part)
    }
    for (const column of ids) {
      void any.orWhereILike(column, text.length < PART_OF_ID ? literal : part)
    }
    void any.orWhereIn("order_id", orders)
  })
}
