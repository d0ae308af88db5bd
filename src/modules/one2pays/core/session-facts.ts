import type { PaymentSessionStatus } from "@medusajs/framework/types"
import { isMoney, loadOrderFacts, toBaht, type OrderFacts } from "./order-facts"
import type { GraphQuery } from "./query"

/** A payment session as Medusa has it now. The plugin decides the settlement on these facts. */
export interface SessionFacts {
  id: string
  provider_id: string
  status: PaymentSessionStatus
  /** THB in major units, rounded to two decimals. */
  amount: string
  /** The same amount with every digit that Medusa keeps of it. */
  exact_amount: string
  currency_code: string
  payment_collection_id: string
  /** Medusa's payment of this session; null until the session is authorized. */
  payment: { id: string; captured: boolean } | null
  /** The order that the payment collection belongs to. */
  order: OrderFacts | null
  /** The cart that the order came from. */
  cart: { id: string; email: string | null; customer_id: string | null } | null
}

/** The facts on which a payment is judged. */
export interface PaymentFacts {
  /** Null when core has deleted the session of the payment. */
  session: SessionFacts | null
  /** The order that the payment was made for. Null when core has no such order. */
  order: OrderFacts | null
}

const FIELDS = [
  "id",
  "provider_id",
  "status",
  "raw_amount",
  "currency_code",
  "payment_collection_id",
  "payment.id",
  "payment.captured_at",
  "payment_collection.id",
  "payment_collection.order_link.order_id",
  "payment_collection.cart.id",
  "payment_collection.cart.email",
  "payment_collection.cart.customer_id",
]

/** Reads the facts of a session. Null when core has no such session (any more). */
export async function loadSessionFacts(
  query: GraphQuery,
  sessionId: string
): Promise<SessionFacts | null> {
  const sessions = await query.graph({
    entity: "payment_session",
    fields: FIELDS,
    filters: { id: sessionId },
  })
  const session = (sessions.data as SessionRow[])[0]
  if (!session) {
    return null
  }
  const { order_link, cart } = session.payment_collection ?? {}
  const order = order_link
    ? await loadOrderFacts(query, order_link.order_id)
    : null
  // Its own money may have been captured between the two reads. It must not look like another's.
  const payment =
    order && !isMoney(order.owed)
      ? await loadCorePayment(query, sessionId)
      : session.payment
  return {
    id: session.id,
    provider_id: session.provider_id,
    status: session.status,
    amount: toBaht(session.raw_amount.value),
    exact_amount: session.raw_amount.value,
    currency_code: session.currency_code,
    payment_collection_id: session.payment_collection_id,
    payment: payment
      ? { id: payment.id, captured: Boolean(payment.captured_at) }
      : null,
    order,
    cart: cart
      ? {
          id: cart.id,
          email: cart.email ?? null,
          customer_id: cart.customer_id ?? null,
        }
      : null,
  }
}

async function loadCorePayment(
  query: GraphQuery,
  sessionId: string
): Promise<SessionRow["payment"]> {
  const { data } = await query.graph({
    entity: "payment_session",
    fields: ["id", "payment.id", "payment.captured_at"],
    filters: { id: sessionId },
  })
  return (data as SessionRow[])[0]?.payment
}

/** Reads the facts of a payment. Its session may be gone or have another order by now: the payment's order is looked up. */
export async function loadPaymentFacts(
  query: GraphQuery,
  { session_id, order_id }: { session_id: string; order_id: string | null }
): Promise<PaymentFacts> {
  const session = await loadSessionFacts(query, session_id)
  if (session?.order && session.order.id === order_id) {
    return { session, order: session.order }
  }
  return {
    session,
    order: order_id ? await loadOrderFacts(query, order_id) : null,
  }
}

/** Finds the order of a payment collection. Null for that of a cart which is no order yet. */
export async function findOrderIdOfCollection(
  query: GraphQuery,
  paymentCollectionId: string
): Promise<string | null> {
  const { data } = await query.graph({
    entity: "payment_collection",
    fields: ["id", "order_link.order_id"],
    filters: { id: paymentCollectionId },
  })
  const [collection] = data as SessionRow["payment_collection"][]
  return collection?.order_link?.order_id ?? null
}

/** Finds the order that a payment of Medusa's belongs to, whichever provider it has. */
export async function findOrderIdOfCorePayment(
  query: GraphQuery,
  corePaymentId: string
): Promise<string | null> {
  const { data } = await query.graph({
    entity: "payment",
    fields: ["id", "payment_collection.order_link.order_id"],
    filters: { id: corePaymentId },
  })
  const [payment] = data as Pick<SessionRow, "payment_collection">[]
  return payment?.payment_collection?.order_link?.order_id ?? null
}

/** Lists the payment sessions of an order, also of one whose payment collection core has tied to the cart alone. */
export async function loadSessionIds(
  query: GraphQuery,
  orderId: string
): Promise<string[]> {
  const { data } = await query.graph({
    entity: "order",
    fields: [
      "id",
      "payment_collections.payment_sessions.id",
      "cart.payment_collection.payment_sessions.id",
    ],
    filters: { id: orderId },
  })
  const [order] = data as OrderSessionsRow[]
  const collections = [
    ...(order?.payment_collections ?? []),
    order?.cart?.payment_collection,
  ]
  const ids = collections.flatMap((collection) =>
    (collection?.payment_sessions ?? []).flatMap((session) =>
      session ? [session.id] : []
    )
  )
  return [...new Set(ids)]
}

/** Finds out which of these refunds Medusa has. It deletes one that it took back. */
export async function findRefundIds(
  query: GraphQuery,
  ids: string[]
): Promise<string[]> {
  if (ids.length === 0) {
    return []
  }
  const { data } = await query.graph({
    entity: "refund",
    fields: ["id"],
    filters: { id: ids },
  })
  return (data as { id: string }[]).map(({ id }) => id)
}

interface RawAmount {
  value: string
}

interface SessionRow {
  id: string
  provider_id: string
  status: PaymentSessionStatus
  raw_amount: RawAmount
  currency_code: string
  payment_collection_id: string
  payment?: { id: string; captured_at: string | null } | null
  payment_collection?: {
    order_link?: { order_id: string } | null
    cart?: {
      id: string
      email?: string | null
      customer_id?: string | null
    } | null
  }
}

interface SessionsRow {
  payment_sessions?: ({ id: string } | null)[]
}

interface OrderSessionsRow {
  payment_collections?: (SessionsRow | null)[]
  cart?: { payment_collection?: SessionsRow | null } | null
}
