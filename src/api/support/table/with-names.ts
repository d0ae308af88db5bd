import type { AuthenticatedMedusaRequest } from "@medusajs/framework/http"
import { TABLE_WORDS, type Locale } from "../../../messages"
import type { OrderName } from "../../../modules/one2pays/core/order-names"
import { readPeopleNames } from "../../../modules/one2pays/core/people-names"
import { queryOf } from "../../../modules/one2pays/core/query"
import { isAllowed } from "../rights/is-allowed"
import { readableOrders } from "../rights/readable-orders"
import type { Column } from "./column"

/** What Medusa calls the orders and people of some rows. */
export interface Known {
  /** Null for an order that is gone, and for a reader who may not read orders. */
  order: (id: string | null) => OrderName | null
  /** A person's name. The id of somebody whom Medusa does not know, such as an API key, and of all for a reader who may not read users. */
  person: (id: string | null) => string | null
}

/** Rows with the names of what they name, which are asked for page by page. */
export async function* withNames<Row>(
  req: AuthenticatedMedusaRequest,
  pages: AsyncIterable<Row[]>,
  idsOf: (row: Row) => { order?: string | null; people?: (string | null)[] }
): AsyncGenerator<Row & { known: Known }> {
  const query = queryOf(req.scope)
  const mayReadPeople = await isAllowed(req, "user", "read")
  // Few people, who stand in many rows.
  const people = new Map<string, string>()
  for await (const rows of pages) {
    const ids = rows.map(idsOf)
    const newcomers = ids
      .flatMap(({ people = [] }) => people)
      .filter((id) => id && !people.has(id))
    const [orders, names] = await Promise.all([
      readableOrders(
        req,
        ids.map(({ order }) => order ?? null)
      ),
      readPeopleNames(query, mayReadPeople ? newcomers : []),
    ])
    names.forEach((name, id) => people.set(id, name))
    const known: Known = {
      order: (id) => orders.get(id ?? "") ?? null,
      person: (id) => people.get(id ?? "") ?? id,
    }
    for (const row of rows) {
      yield { ...row, known }
    }
  }
}

/** The column of an order's number: `#1001`. */
export const orderNumber = <
  Row extends { order_id: string | null; known: Known },
>(): Column<Row> => ({
  name: "order_number",
  of: ({ order_id, known }) => {
    const number = known.order(order_id)?.display_id
    return number == null ? null : `#${number}`
  },
})

/** A program's word in the reader's language, or itself where there is no other. */
export const wordOf = (word: string, locale: Locale): string =>
  word in TABLE_WORDS
    ? TABLE_WORDS[word as keyof typeof TABLE_WORDS][locale]
    : word
