import type { One2PaysPayment } from "../../index"
import { isFinal } from "../../payment"

const KEY = "one2pays.orders"

/** A customer with more unfinished orders than this has long left the first ones. */
const MAX_ORDERS = 5

/** The order whose unfinished payment this browser has shown last. */
export const lastKeptOrder = (): string | undefined => readOrders().at(-1)

/**
 * Remembers an order by its id, and nothing else of it, while its payment is unfinished, and forgets it once that is paid
 * or has ended for good.
 */
export function keepOrder(payment: One2PaysPayment): void {
  forgetOrder(payment.order_id)
  if (!isFinal(payment)) {
    write([...readOrders(), payment.order_id].slice(-MAX_ORDERS))
  }
}

export function forgetOrder(orderId: string): void {
  write(readOrders().filter((id) => id !== orderId))
}

/** Forgets them all, for a customer who logs out on a computer that others use. */
export function forgetOpenPayments(): void {
  write([])
  dispatchEvent(new Event(KEY))
}

/** Tells when all were forgotten. */
export function onAllForgotten(listener: () => void): () => void {
  addEventListener(KEY, listener)
  return () => removeEventListener(KEY, listener)
}

function write(orders: string[]): void {
  try {
    if (orders.length) localStorage.setItem(KEY, JSON.stringify(orders))
    else localStorage.removeItem(KEY)
  } catch {
    // The customer's browser keeps nothing, which is theirs to decide.
  }
}

/** Anything may stand in the storage: a script of the shop's, or an older version of this one, has written it. */
function readOrders(): string[] {
  try {
    const kept: unknown = JSON.parse(localStorage.getItem(KEY) ?? "[]")
    return Array.isArray(kept)
      ? kept.filter((id): id is string => typeof id === "string")
      : []
  } catch {
    return []
  }
}
