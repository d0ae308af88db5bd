import type { GraphQuery } from "./query"
import type { PaymentSessionStatus } from "@medusajs/framework/types"
import { MathBN } from "@medusajs/framework/utils"
import { roundThb } from "../../../gateway"

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
  /** Whether another session's money already fills the payment collection. */
  paid_otherwise: boolean
  order: OrderFacts | null
  /** The amount of the payment collection now; THB in major units, rounded to two decimals. */
  collection_amount: string
  /** The same amount with every digit that Medusa keeps of it. */
  exact_collection_amount: string
  /** The cart that the order came from. */
  cart: { id: string; email: string | null; customer_id: string | null } | null
}

export interface OrderFacts {
  id: string
  display_id: number | null
  canceled: boolean
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
  "payment_collection.raw_amount",
  "payment_collection.raw_captured_amount",
  "payment_collection.order_link.order_id",
  "payment_collection.cart.id",
  "payment_collection.cart.email",
  "payment_collection.cart.customer_id",
]

const ORDER_FIELDS = ["id", "display_id", "status", "canceled_at"]

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
  const collection = session.payment_collection
  const orderId = collection?.order_link?.order_id
  const orders = orderId
    ? await query.graph({
        entity: "order",
        fields: ORDER_FIELDS,
        filters: { id: orderId },
      })
    : { data: [] }
  const order = (orders.data as OrderRow[])[0]
  const captured = Boolean(session.payment?.captured_at)
  const asked = (collection?.raw_amount ?? session.raw_amount).value
  return {
    id: session.id,
    provider_id: session.provider_id,
    status: session.status,
    amount: roundThb(session.raw_amount.value),
    exact_amount: session.raw_amount.value,
    currency_code: session.currency_code,
    payment_collection_id: session.payment_collection_id,
    payment: session.payment ? { id: session.payment.id, captured } : null,
    paid_otherwise: !captured && leavesNoRoomFor(session),
    collection_amount: roundThb(asked),
    exact_collection_amount: asked,
    cart: collection?.cart
      ? {
          id: collection.cart.id,
          email: collection.cart.email ?? null,
          customer_id: collection.cart.customer_id ?? null,
        }
      : null,
    order: order
      ? {
          id: order.id,
          display_id: order.display_id ?? null,
          canceled: order.status === "canceled" || Boolean(order.canceled_at),
        }
      : null,
  }
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

/**
 * How an order is paid without our payment: `paid` when the money is there, `chosen` when the customer has chosen
 * another way to pay.
 */
export type PaidElsewhere = "paid" | "chosen"

/**
 * Finds out how an order is paid without our payment. Null while the order waits for this session's money and no other.
 */
export async function findPaidElsewhere(
  query: GraphQuery,
  payment: { session_id: string; payment_collection_id: string }
): Promise<PaidElsewhere | null> {
  const session = await loadSessionFacts(query, payment.session_id)
  // Core deletes a session when the customer chooses another provider.
  if (session && !isPaid(session)) {
    return null
  }
  if (session?.payment?.captured) {
    return "paid"
  }
  const { data } = await query.graph({
    entity: "payment_collection",
    fields: ["id", "raw_amount", "raw_captured_amount"],
    filters: { id: payment.payment_collection_id },
  })
  const [collection] = data as Pick<
    NonNullable<SessionRow["payment_collection"]>,
    "raw_amount" | "raw_captured_amount"
  >[]
  return collection &&
    MathBN.gte(
      collection.raw_captured_amount?.value ?? 0,
      collection.raw_amount.value
    )
    ? "paid"
    : "chosen"
}

/** Whether captured money, of this session or of others, leaves no room for this session's amount. */
export const isPaid = ({ payment, paid_otherwise }: SessionFacts): boolean =>
  paid_otherwise || payment?.captured === true

/** Lists the refunds that Medusa has of a session's payment. */
export async function loadRefundIds(
  query: GraphQuery,
  sessionId: string
): Promise<string[]> {
  const { data } = await query.graph({
    entity: "payment_session",
    fields: ["id", "payment.refunds.id"],
    filters: { id: sessionId },
  })
  const [session] = data as {
    payment?: { refunds?: ({ id: string } | null)[] } | null
  }[]
  return (session?.payment?.refunds ?? []).flatMap((refund) =>
    refund ? [refund.id] : []
  )
}

/** Whether other sessions have captured so much that this one's amount would be too much for the payment collection. */
function leavesNoRoomFor({
  raw_amount,
  payment_collection: collection,
}: SessionRow): boolean {
  const captured = collection?.raw_captured_amount?.value ?? 0
  return (
    collection !== undefined &&
    MathBN.gt(captured, 0) &&
    MathBN.gt(
      MathBN.add(captured, raw_amount.value),
      collection.raw_amount.value
    )
  )
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
    raw_amount: RawAmount
    raw_captured_amount: RawAmount | null
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

interface OrderRow {
  id: string
  display_id?: number
  status: string
  canceled_at: string | null
}
