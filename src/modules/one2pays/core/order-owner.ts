import type { GraphQuery } from "./query"

/** The order that somebody gives a payer for. */
export interface OrderToPay {
  order_id: string
  /**
   * The customer with an account at the shop whose order it is. Null for a guest's order, and where nobody can tell any
   * more.
   */
  owner: string | null
  /** The customer who is logged in and gives the payer. */
  asked_by?: string
}

/** Finds the customer with an account whose order it is. The row of a guest is no account: nobody can log in to it. */
export async function loadOwner(
  query: GraphQuery,
  orderId: string
): Promise<string | null> {
  const { data } = await query.graph({
    entity: "order",
    fields: ["id", "customer.id", "customer.has_account"],
    filters: { id: orderId },
  })
  const [order] = data as {
    customer?: { id: string; has_account: boolean } | null
  }[]
  return order?.customer?.has_account ? order.customer.id : null
}
