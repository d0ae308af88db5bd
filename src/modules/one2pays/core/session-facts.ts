import type { PaymentSessionStatus } from "@medusajs/framework/types"
import { systemClock } from "../../../gateway"
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
  payment: CorePaymentFacts | null
  /** The order that the payment collection belongs to. */
  order: OrderFacts | null
  /** The cart that the order came from. */
  cart: { id: string; email: string | null; customer_id: string | null } | null
}

export interface CorePaymentFacts {
  id: string
  captured: boolean
  booking: Booking
}

/**
 * Whether core has booked the captures in the order. It writes a capture and the order's transaction one after the other,
 * in two modules. A process that dies in between, or a statement that fails, leaves an order captured and unpaid.
 */
export type Booking = "done" | "under_way" | "cut_off"

/** Longer than core needs from a capture to the order's transaction. */
const BOOKED_WITHIN_MS = 2 * 60_000

/** The facts on which a payment is judged. */
export interface PaymentFacts {
  /** Null when core has deleted the session of the payment. */
  session: SessionFacts | null
  /** The order that the payment was made for. Null when core has no such order. */
  order: OrderFacts | null
}

const CORE_PAYMENT_FIELDS = [
  "payment.id",
  "payment.captured_at",
  "payment.captures.id",
  "payment.captures.created_at",
]

const FIELDS = [
  "id",
  "provider_id",
  "status",
  "raw_amount",
  "currency_code",
  "payment_collection_id",
  ...CORE_PAYMENT_FIELDS,
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
    payment: payment ? await toFacts(query, payment, order) : null,
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
    fields: ["id", ...CORE_PAYMENT_FIELDS],
    filters: { id: sessionId },
  })
  return (data as SessionRow[])[0]?.payment
}

async function toFacts(
  query: GraphQuery,
  { id, captured_at, captures }: CorePaymentRow,
  order: OrderFacts | null
): Promise<CorePaymentFacts> {
  const known = (captures ?? []).flatMap((capture) => capture ?? [])
  return {
    id,
    captured: Boolean(captured_at),
    booking:
      order && (await hasUnbooked(query, order.id, known))
        ? bookingAt(systemClock.now(), known)
        : "done",
  }
}

async function hasUnbooked(
  query: GraphQuery,
  orderId: string,
  captures: CaptureRow[]
): Promise<boolean> {
  if (captures.length === 0) {
    return false
  }
  const { data } = await query.graph({
    entity: "order_transaction",
    fields: ["id", "reference_id"],
    filters: { order_id: orderId },
  })
  const booked = new Set(
    (data as { reference_id: string | null }[]).map((row) => row.reference_id)
  )
  return captures.some(({ id }) => !booked.has(id))
}

const bookingAt = (now: number, captures: CaptureRow[]): Booking =>
  captures.every(
    ({ created_at }) => new Date(created_at).getTime() < now - BOOKED_WITHIN_MS
  )
    ? "cut_off"
    : "under_way"

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
  payment?: CorePaymentRow | null
  payment_collection?: {
    order_link?: { order_id: string } | null
    cart?: {
      id: string
      email?: string | null
      customer_id?: string | null
    } | null
  }
}

interface CorePaymentRow {
  id: string
  captured_at: string | null
  captures?: (CaptureRow | null)[]
}

interface CaptureRow {
  id: string
  created_at: string | Date
}

interface SessionsRow {
  payment_sessions?: ({ id: string } | null)[]
}

interface OrderSessionsRow {
  payment_collections?: (SessionsRow | null)[]
  cart?: { payment_collection?: SessionsRow | null } | null
}
