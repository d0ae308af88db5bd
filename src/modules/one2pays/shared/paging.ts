import type { Knex } from "@medusajs/framework/mikro-orm/knex"
import { roundThb } from "../../../gateway"

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

const STREAMED_AT_ONCE = 1000

/**
 * Streams all rows of a table that a query finds, the newest first, many at once. Memory stays flat, however many there
 * are.
 */
export async function* streamRows<Row extends { id: string }>(
  find: () => Knex.QueryBuilder,
  toRow: (row: unknown) => Row
): AsyncGenerator<Row[], void, undefined> {
  let after: string | null = null
  for (;;) {
    const page = find()
    if (after) {
      void page.where("id", "<", after)
    }
    // Ids are ULIDs, which sort by the time of their creation.
    const rows = (await page
      .orderBy("id", "desc")
      .limit(STREAMED_AT_ONCE)) as unknown[]
    const found = rows.map(toRow)
    yield found
    after = found.at(-1)?.id ?? null
    if (found.length < STREAMED_AT_ONCE) {
      return
    }
  }
}

/** Narrows a query down to rows of a span of time, the last millisecond included. */
export function whereBetween(
  query: Knex.QueryBuilder,
  column: string,
  { from, to }: { from?: Date | undefined; to?: Date | undefined }
): void {
  if (from) {
    void query.where(column, ">=", from)
  }
  if (to) {
    // The filter takes all of that millisecond, because the database counts more finely.
    void query.where(column, "<", new Date(to.getTime() + 1))
  }
}

/** A text that staff search for. */
export interface Search {
  text: string
  /** The ids of the orders that have it for a number, or whose customers have it for a name. */
  orders: string[]
}

/** A shorter text, such as the number of an order, stands by chance in many ids. */
const PART_OF_ID = 6

/** An amount as people write it: 1290.5 or ฿1,290.50. */
const AMOUNT = /^฿?\s*(\d{1,3}(?:,\d{3})+|\d{1,12})(\.\d{1,2})?$/

/** Reads an amount in THB, in the form in which the rows keep it as text. Null where the text is none. */
export function amountIn(text: string): string | null {
  const [, whole, part = ""] = AMOUNT.exec(text) ?? []
  return whole === undefined
    ? null
    : roundThb(`${whole.replaceAll(",", "")}${part}`)
}

/**
 * Narrows a query down to rows that contain a text, whatever its case, or belong to an order with this number.
 *
 * @param ids columns with ids, of which a short text is no part
 * @param words columns with people's words
 * @param more narrows another way to find a row down
 */
export function searchIn(
  query: Knex.QueryBuilder,
  { ids, words = [] }: { ids: readonly string[]; words?: readonly string[] },
  { text, orders }: Search,
  more: (any: Knex.QueryBuilder) => void = () => undefined
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
    more(any)
  })
}
