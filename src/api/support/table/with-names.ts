import type { MedusaContainer } from "@medusajs/framework/types"
import { readOrderNames } from "../../../modules/one2pays/core/order-names"
import { readPeopleNames } from "../../../modules/one2pays/core/people-names"
import { queryOf } from "../../../modules/one2pays/core/query"
import { TABLE_WORDS, type Locale } from "../../../messages"

const AT_ONCE = 500

/** What Medusa calls the orders and people of some rows. */
export interface Known {
  /** `#1001`, or null for an order that is gone. */
  orderNumber: (id: string | null) => string | null
  /** A person's name, or the id of somebody whom Medusa does not know, such as an API key. */
  person: (id: string | null) => string | null
}

/** Rows with the names of what they name, which are asked for by hundreds. */
export async function* withNames<Row>(
  container: MedusaContainer,
  rows: AsyncIterable<Row>,
  idsOf: (row: Row) => { order?: string | null; people?: (string | null)[] }
): AsyncGenerator<Row & { known: Known }> {
  const query = queryOf(container)
  // Few people, who stand in many rows.
  const people = new Map<string, string>()
  for await (const some of byHundreds(rows)) {
    const ids = some.map(idsOf)
    const newcomers = ids
      .flatMap(({ people = [] }) => people)
      .filter((id) => id && !people.has(id))
    const [orders, names] = await Promise.all([
      readOrderNames(
        query,
        ids.map(({ order }) => order ?? null)
      ),
      readPeopleNames(query, newcomers),
    ])
    names.forEach((name, id) => people.set(id, name))
    const known: Known = {
      orderNumber: (id) => {
        const number = orders.get(id ?? "")?.display_id
        return number == null ? null : `#${number}`
      },
      person: (id) => people.get(id ?? "") ?? id,
    }
    for (const row of some) {
      yield { ...row, known }
    }
  }
}

/** The rows of a stream by hundreds. */
export async function* byHundreds<Row>(
  rows: AsyncIterable<Row>
): AsyncGenerator<Row[]> {
  let some: Row[] = []
  for await (const row of rows) {
    some.push(row)
    if (some.length === AT_ONCE) {
      yield some
      some = []
    }
  }
  if (some.length > 0) {
    yield some
  }
}

/** A program's word in the reader's language, or itself where there is no other. */
export const wordOf = (word: string, locale: Locale): string =>
  word in TABLE_WORDS
    ? TABLE_WORDS[word as keyof typeof TABLE_WORDS][locale]
    : word
