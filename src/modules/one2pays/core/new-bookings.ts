import { isOne2Pays } from "./is-one2pays"
import type { GraphQuery } from "./query"

/** The last bookings that were looked at, by their ids. Null before the first ones. */
export interface BookingCursors {
  transactions_cursor: string | null
  refunds_cursor: string | null
}

export interface NewBookings extends BookingCursors {
  /** The orders of the bookings after the cursors. */
  order_ids: string[]
}

/** Medusa writes a refund down before it asks the provider. So long it may be about to ask. */
export const ASKED_WITHIN_MS = 60_000

const AT_ONCE = 1000
/** The first look goes so far back. */
const FIRST_MS = 24 * 60 * 60_000

/**
 * Lists the orders of Medusa's next order transactions and refunds. Their ids begin with the time, so that the primary
 * key finds what is new among however many. Bookings of this minute are left for later.
 */
export async function listNewBookings(
  query: GraphQuery,
  { transactions_cursor, refunds_cursor }: BookingCursors,
  now: Date
): Promise<NewBookings> {
  const until = new Date(now.getTime() - ASKED_WITHIN_MS)
  const read = async <Row extends Booking>(
    entity: string,
    after: string,
    fields: string[]
  ) => {
    const { data } = await query.graph({
      entity,
      fields: ["id", "created_at", ...fields],
      filters: { id: { $gt: after } },
      pagination: { skip: 0, take: AT_ONCE, order: { id: "ASC" } },
    })
    const rows = data as Row[]
    const next = rows.findIndex(
      ({ created_at }) => new Date(created_at) >= until
    )
    return next === -1 ? rows : rows.slice(0, next)
  }
  const first = idOf(until.getTime() - FIRST_MS)
  const transactions = await read<Booking & { order_id: string }>(
    "order_transaction",
    transactions_cursor ?? `ordtrx_${first}`,
    ["order_id"]
  )
  const refunds = await read<RefundRow>(
    "refund",
    refunds_cursor ?? `ref_${first}`,
    ["payment.provider_id", "payment.payment_collection.order_link.order_id"]
  )
  return {
    transactions_cursor: transactions.at(-1)?.id ?? transactions_cursor,
    refunds_cursor: refunds.at(-1)?.id ?? refunds_cursor,
    order_ids: [
      ...new Set([
        ...transactions.map(({ order_id }) => order_id),
        ...refunds.flatMap(({ payment }) =>
          payment && isOne2Pays(payment.provider_id)
            ? (payment.payment_collection?.order_link?.order_id ?? [])
            : []
        ),
      ]),
    ],
  }
}

const DIGITS = "0123456789ABCDEFGHJKMNPQRSTVWXYZ"

/** The part of Medusa's ids (ULIDs) that tells the time. */
const idOf = (time: number): string =>
  time
    .toString(32)
    .padStart(10, "0")
    .replace(/./g, (digit) => DIGITS.charAt(parseInt(digit, 32)))

interface Booking {
  id: string
  created_at: string | Date
}

interface RefundRow extends Booking {
  payment?: {
    provider_id: string
    payment_collection?: { order_link?: { order_id: string } | null } | null
  } | null
}
