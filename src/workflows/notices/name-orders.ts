import type { Message, Words } from "../../messages"
import {
  readOrderNames,
  type OrderName,
} from "../../modules/one2pays/core/order-names"
import type { GraphQuery } from "../../modules/one2pays/core/query"

/** An id as Medusa and the plugin make them. A further payment of an order has its number behind the order's id. */
const ID = /^([a-z][a-z0-9]*_[0-9A-Z]{8,})(\.\d+)?$/i

/** Staff search for parts of ids from six characters on. */
const SHOWN_OF_ID = 8

/**
 * Puts what staff know into the places of sentences that hold ids: the number of an order, and the end of any other id.
 *
 * @returns what names the ids in words
 */
export async function nameOrders(
  query: GraphQuery,
  sentences: readonly (Words | null)[]
): Promise<(words: Words) => Words> {
  const orders = await readOrderNames(
    query,
    sentences.flatMap((words) => (words === null ? [] : idsIn(words)))
  )
  return (words) => named(words, orders)
}

const idsIn = (words: Words): string[] =>
  typeof words === "string"
    ? []
    : Object.values(words.values).flatMap((value) => {
        if (typeof value !== "string") return idsIn(value)
        const id = ID.exec(value)?.[1]
        return id?.startsWith("order_") ? [id] : []
      })

const named = (words: Words, orders: ReadonlyMap<string, OrderName>): Words => {
  if (typeof words === "string") return words
  const { key, values } = words
  const entries = Object.entries(values).map(([place, value]) => [
    place,
    typeof value === "string" ? nameOf(value, orders) : named(value, orders),
  ])
  return { key, values: Object.fromEntries(entries) as Message["values"] }
}

function nameOf(value: string, orders: ReadonlyMap<string, OrderName>): string {
  const id = ID.exec(value)?.[1]
  if (id === undefined) {
    return value
  }
  const number = orders.get(id)?.display_id
  return number ? `#${String(number)}` : `…${id.slice(-SHOWN_OF_ID)}`
}
