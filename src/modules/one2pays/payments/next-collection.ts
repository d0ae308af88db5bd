import { isMoney, owedThrough, type OrderFacts } from "../core/order-facts"

/** The payment collection through which the customer of an order may pay next. Its id is null while there is none yet. */
export interface NextCollection {
  id: string | null
}

/**
 * Chooses the payment collection of an order's next payment: that of the last one as long as it asks for money. It asks for
 * none once it has taken some. Then another one asks for the rest of an order that was paid in part.
 *
 * @returns null where the customer has chosen another provider, or nothing can be paid
 */
export function chooseNextCollection(
  order: OrderFacts,
  lastId: string
): NextCollection | null {
  const asking = order.collections.filter(({ id }) =>
    isMoney(owedThrough(order, id))
  )
  const last = asking.find(({ id }) => id === lastId)
  if (last) {
    return last.chosen_otherwise ? null : { id: lastId }
  }
  if (order.canceled || !isMoney(order.owed) || !isMoney(order.paid)) {
    return null
  }
  if (asking.length === 0) {
    return { id: null }
  }
  const free = asking.find(({ chosen_otherwise }) => !chosen_otherwise)
  return free ? { id: free.id } : null
}
