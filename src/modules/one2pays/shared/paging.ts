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

/** Narrows a query down to rows that contain a text, whatever its case, in one of these columns. */
export function searchIn(
  query: Knex.QueryBuilder,
  columns: readonly string[],
  text: string
): void {
  const pattern = `%${text.replace(/[\\%_]/g, "\\$&")}%`
  void query.where((any) => {
    for (const column of columns) {
      void any.orWhereILike(column, pattern)
    }
  })
}
