import { MathBN } from "@medusajs/framework/utils"
import { isOne2Pays } from "./is-one2pays"
import type { GraphQuery } from "./query"

/** What Medusa counts as gone back of one payment of ours. Amounts are THB, with every digit that Medusa keeps. */
export interface BookedBack {
  order_id: string
  session_id: string
  /** Core books a refund of a canceled order whatever the provider answers, and has no row of a refused one. */
  amount: string
  refunds: { id: string; amount: string; created_at: Date }[]
}

const FIELDS = [
  "id",
  "status",
  "canceled_at",
  "transactions.reference",
  "transactions.reference_id",
  "transactions.raw_amount",
  "payment_collections.payments.id",
  "payment_collections.payments.provider_id",
  "payment_collections.payments.payment_session.id",
  "payment_collections.payments.captures.raw_amount",
  "payment_collections.payments.refunds.id",
  "payment_collections.payments.refunds.raw_amount",
  "payment_collections.payments.refunds.created_at",
]

/** Loads what went back of these orders by Medusa's books, with one statement for each of its tables. */
export async function loadBookedBack(
  query: GraphQuery,
  orderIds: string[]
): Promise<BookedBack[]> {
  if (orderIds.length === 0) {
    return []
  }
  const { data } = await query.graph({
    entity: "order",
    fields: FIELDS,
    filters: { id: orderIds },
  })
  return (data as BookedOrderRow[]).flatMap(toBookedBack)
}

/** Computes what went back of an order by Medusa's books, for each captured payment of ours. The function is pure. */
export function toBookedBack(order: BookedOrderRow): BookedBack[] {
  const transactions = (order.transactions ?? []).flatMap((row) => row ?? [])
  const isCanceled = order.status === "canceled" || Boolean(order.canceled_at)
  const payments = (order.payment_collections ?? []).flatMap((collection) =>
    (collection?.payments ?? []).flatMap((payment) => payment ?? [])
  )
  return payments
    .filter(({ provider_id }) => isOne2Pays(provider_id))
    .flatMap(({ id, payment_session, captures, refunds }) => {
      const captured = sumOf(captures ?? [])
      if (!payment_session || captured.lte(0)) {
        return []
      }
      const rows = (refunds ?? []).flatMap((refund) => refund ?? [])
      // The transaction of a refund that staff ask for names the refund. That of a canceled order names the payment, so
      // that it stands for the refunds without a transaction of their own, or for none.
      const unnamed = rows.filter((refund) =>
        transactions.every(({ reference_id }) => reference_id !== refund.id)
      )
      const booked = sumOf(
        transactions.filter(
          ({ reference, reference_id }) =>
            reference === "refund" && reference_id === id
        )
      ).negated()
      const missing = MathBN.max(MathBN.sub(booked, sumOf(unnamed)), 0)
      const amount = MathBN.max(
        MathBN.add(sumOf(rows), missing),
        isCanceled ? captured : 0
      )
      return {
        order_id: order.id,
        session_id: payment_session.id,
        amount: amount.toFixed(),
        refunds: rows.map((refund) => ({
          id: refund.id,
          amount: refund.raw_amount.value,
          created_at: new Date(refund.created_at),
        })),
      }
    })
}

const sumOf = (rows: readonly (AmountRow | null)[]) =>
  MathBN.sum(0, ...rows.flatMap((row) => row?.raw_amount.value ?? []))

interface AmountRow {
  raw_amount: { value: string }
}

/** A row of the order, as Query answers it. */
export interface BookedOrderRow {
  id: string
  status: string
  canceled_at?: string | Date | null
  transactions?: (
    | (AmountRow & { reference: string | null; reference_id: string | null })
    | null
  )[]
  payment_collections?: ({
    payments?: ({
      id: string
      provider_id: string
      payment_session?: { id: string } | null
      captures?: (AmountRow | null)[]
      refunds?: (
        (AmountRow & { id: string; created_at: string | Date }) | null
      )[]
    } | null)[]
  } | null)[]
}
