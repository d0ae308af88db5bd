import type { BigNumberInput } from "@medusajs/framework/types"
import { MathBN } from "@medusajs/framework/utils"
import { roundThb } from "../../../gateway"
import { isOne2Pays } from "./is-one2pays"
import type { GraphQuery } from "./query"

/** An order's money as Medusa has it now. Amounts are THB in major units. */
export interface OrderFacts {
  id: string
  display_id: number | null
  canceled: boolean
  currency_code: string
  /** What was paid, less what was paid back, rounded to two decimals. */
  paid: string
  /** Whether somebody has paid, also when all of it went back since. */
  was_paid: boolean
  /** What was paid beyond the total, rounded to two decimals. */
  surplus: string
  /** What another provider holds for the order, and has not captured yet, rounded to two decimals. */
  held: string
  /** What nobody has paid, and no other provider holds, rounded to two decimals. */
  owed: string
  /** The same, with every digit that Medusa keeps. */
  exact_owed: string
  /** The payment collections that still belong to the order. */
  collections: CollectionFacts[]
}

export interface CollectionFacts {
  id: string
  /** What the collection asks for, less what it has been paid, rounded to two decimals. */
  open_amount: string
  /**
   * What a payment of this collection may ask for, with every digit that Medusa keeps of it. The collection that came
   * with the order's cart may ask for all that is owed. Any other may ask for its own amount, and for no more than is
   * owed.
   */
  exact_owed: string
  /** The amount that the collection itself needs, so that it is complete when `exact_owed` is paid. */
  exact_due: string
  /** Whether it has taken money, so that it takes no more. */
  is_taken: boolean
  /** Whether the customer has chosen another provider, and no session of ours is left. */
  chosen_otherwise: boolean
}

const FIELDS = [
  "id",
  "display_id",
  "status",
  "canceled_at",
  "created_at",
  "currency_code",
  "summary",
  "total",
  "items.return_requested_total",
  "payment_collections.id",
  "payment_collections.created_at",
  "payment_collections.raw_amount",
  "payment_collections.raw_captured_amount",
  "payment_collections.raw_refunded_amount",
  "payment_collections.payments.id",
  "payment_collections.payments.provider_id",
  "payment_collections.payments.raw_amount",
  "payment_collections.payments.captures.raw_amount",
  "payment_collections.payments.canceled_at",
  "payment_collections.payment_sessions.id",
  "payment_collections.payment_sessions.provider_id",
  "payment_collections.payment_sessions.status",
  "payment_collections.payment_sessions.raw_amount",
]

/** Query builds one statement with an id each. */
const AT_ONCE = 1000

/** Loads the facts of one order. Null when core has no such order. */
export async function loadOrderFacts(
  query: GraphQuery,
  orderId: string
): Promise<OrderFacts | null> {
  return (await loadManyOrderFacts(query, [orderId])).get(orderId) ?? null
}

/** Loads the facts of orders, with a few statements for each thousand. An order that core does not have is not there. */
export async function loadManyOrderFacts(
  query: GraphQuery,
  orderIds: string[]
): Promise<Map<string, OrderFacts>> {
  const facts = new Map<string, OrderFacts>()
  for (let from = 0; from < orderIds.length; from += AT_ONCE) {
    const { data } = await query.graph({
      entity: "order",
      fields: FIELDS,
      filters: { id: orderIds.slice(from, from + AT_ONCE) },
    })
    for (const row of data as OrderRow[]) {
      facts.set(row.id, toOrderFacts(row))
    }
  }
  return facts
}

/**
 * What a payment may ask for and settle: what its order still owes through its payment collection, in THB with two
 * decimals. Nothing for an order that is canceled or in another currency, and for a collection that was taken from it.
 */
export function owedThrough(
  order: OrderFacts | null,
  collectionId: string
): string {
  return toBaht(exactlyOwedThrough(order, collectionId))
}

/** Like `owedThrough`, with every digit that Medusa keeps. */
export function exactlyOwedThrough(
  order: OrderFacts | null,
  collectionId: string
): string {
  const collection = order?.collections.find(({ id }) => id === collectionId)
  return !order || order.canceled || !collection ? "0" : collection.exact_owed
}

/**
 * Rounds an amount of Medusa's to two decimals. Core keeps the same total as a number here and with 20 digits there, so
 * that 337.585 is 337.58499999999999979, too. Digits beyond the eighth are noise, and must not decide how it is rounded.
 */
export const toBaht = (amount: BigNumberInput): string =>
  roundThb(MathBN.convert(amount).decimalPlaces(8).toFixed())

/** Whether an amount is more than nothing. */
export const isMoney = (amount: string): boolean => MathBN.gt(amount, 0)

/** Computes the facts of an order. The function is pure. */
export function toOrderFacts(order: OrderRow): OrderFacts {
  const { summary } = order
  const collections = (order.payment_collections ?? []).flatMap(
    (collection) => collection ?? []
  )
  const booked = MathBN.convert(
    summary.raw_transaction_total ?? summary.transaction_total ?? 0
  )
  // Not the summary's `pending_difference`: core calls a difference of one satang nothing, and an order may come to that.
  const total = MathBN.sub(order.total, ...comingBack(order))
  const captured = MathBN.sum(0, ...collections.map(capturedOf))
  const refunded = MathBN.sum(0, ...collections.map(refundedOf))
  // Core books the transaction of a capture a moment after the capture. A process may die in between.
  const paid = MathBN.max(booked, MathBN.sub(captured, refunded))
  const held = MathBN.sum(0, ...collections.map(heldOf))
  const left = MathBN.sub(total, MathBN.add(paid, held))
  const isThb = order.currency_code.toLowerCase() === "thb"
  const owed = isThb ? MathBN.max(left, 0) : MathBN.convert(0)
  return {
    id: order.id,
    display_id: order.display_id ?? null,
    canceled: order.status === "canceled" || Boolean(order.canceled_at),
    currency_code: order.currency_code,
    paid: toBaht(paid),
    was_paid:
      MathBN.gt(captured, 0) ||
      MathBN.gt(summary.raw_paid_total ?? summary.paid_total ?? 0, 0),
    surplus: toBaht(MathBN.max(MathBN.sub(paid, total), 0)),
    held: toBaht(held),
    owed: toBaht(owed),
    exact_owed: owed.toFixed(),
    collections: collections.map((collection) => {
      const isOfCart =
        new Date(collection.created_at) < new Date(order.created_at)
      const taken = MathBN.add(capturedOf(collection), heldOf(collection))
      const room = MathBN.sub(collection.raw_amount.value, taken)
      // Core asks for the whole amount of a collection in each of its sessions, so one that has taken money takes no more.
      const isTaken = MathBN.gt(taken, 0)
      const asks = isTaken
        ? MathBN.convert(0)
        : isOfCart
          ? owed
          : MathBN.max(MathBN.min(owed, room), 0)
      const sessions = sessionsOf(collection)
      return {
        id: collection.id,
        open_amount: toBaht(room),
        exact_owed: asks.toFixed(),
        exact_due: MathBN.add(taken, asks).toFixed(),
        is_taken: isTaken,
        chosen_otherwise:
          sessions.length > 0 &&
          sessions.every(({ provider_id }) => !isOne2Pays(provider_id)),
      }
    }),
  }
}

/** What returns, claims and exchanges that are under way take off the total, for each item. */
const comingBack = ({ items }: OrderRow) =>
  (items ?? []).map((item) => item?.return_requested_total ?? 0)

const capturedOf = ({ raw_captured_amount }: CollectionRow) =>
  MathBN.convert(raw_captured_amount?.value ?? 0)

const refundedOf = ({ raw_refunded_amount }: CollectionRow) =>
  MathBN.convert(raw_refunded_amount?.value ?? 0)

/**
 * What other providers are about to pay: authorized and not captured, or authorized as soon as the provider hears of it.
 * Core authorizes a payment of ours only to capture it at once. If the process dies in between, the order still owes it.
 */
function heldOf(collection: CollectionRow) {
  const uncaptured = (collection.payments ?? []).flatMap((payment) =>
    payment && !payment.canceled_at && !isOne2Pays(payment.provider_id)
      ? MathBN.sub(
          payment.raw_amount.value,
          MathBN.sum(0, ...capturesOf(payment))
        )
      : []
  )
  const awaited = sessionsOf(collection).flatMap(
    ({ provider_id, status, raw_amount }) =>
      status === "pending_authorization" && !isOne2Pays(provider_id)
        ? raw_amount.value
        : []
  )
  return MathBN.sum(0, ...uncaptured, ...awaited)
}

const capturesOf = ({ captures }: CorePaymentRow) =>
  (captures ?? []).flatMap((capture) => capture?.raw_amount.value ?? [])

const sessionsOf = ({ payment_sessions }: CollectionRow) =>
  (payment_sessions ?? []).flatMap((session) => session ?? [])

type RawAmount = Record<string, unknown> & { value: string }

/** A row of the order, as Query answers it. */
export interface OrderRow {
  id: string
  display_id?: number | null
  status: string
  canceled_at?: string | Date | null
  created_at: string | Date
  currency_code: string
  total: number
  items?: ({ return_requested_total?: number } | null)[]
  summary: {
    transaction_total?: number
    raw_transaction_total?: RawAmount
    paid_total?: number
    raw_paid_total?: RawAmount
  }
  payment_collections?: (CollectionRow | null)[]
}

interface CollectionRow {
  id: string
  created_at: string | Date
  raw_amount: RawAmount
  raw_captured_amount?: RawAmount | null
  raw_refunded_amount?: RawAmount | null
  payments?: (CorePaymentRow | null)[]
  payment_sessions?: ({
    id: string
    provider_id: string
    status: string
    raw_amount: RawAmount
  } | null)[]
}

interface CorePaymentRow {
  id: string
  provider_id: string
  raw_amount: RawAmount
  canceled_at?: string | Date | null
  captures?: ({ raw_amount: RawAmount } | null)[]
}
