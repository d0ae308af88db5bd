import type { Knex } from "@medusajs/framework/mikro-orm/knex"
import { filterByIssue, type IssueFilter } from "../issues/issue-store"
import {
  toPayment,
  type Payment,
  type PaymentIssue,
  type PaymentState,
} from "./payment-store"

export const ISSUES = [
  "amount_mismatch",
  "currency_mismatch",
  "paid_after_cancel",
  "paid_twice",
  "qr_amount_mismatch",
  "unknown_reference",
] as const satisfies PaymentIssue[]

export const STATES = [
  "initiated",
  "creating",
  "open",
  "succeeded",
  "expired",
  "failed",
  "canceled",
] as const satisfies PaymentState[]

export interface PaymentQuery {
  issue?: IssueFilter<PaymentIssue>
  state?: PaymentState[]
  order_id?: string
  /** Searched in references, order ids and the gateway's ids. */
  q?: string
  order: {
    column: "created_at" | "amount" | "issue_raised_at"
    direction: "asc" | "desc"
  }
  limit: number
  offset: number
}

const TABLE = "one2pays_payment"

/** A page of attempts for staff to look at, and how many there are. */
export async function listPayments(
  db: Knex,
  { issue, state, order_id, q, order, limit, offset }: PaymentQuery
): Promise<{ payments: Payment[]; count: number }> {
  const filtered = db(TABLE)
    .whereNull("deleted_at")
    .where((query) => {
      filterByIssue(query, issue)
      if (state) {
        void query.whereIn("state", state)
      }
      if (order_id) {
        void query.where({ order_id })
      }
      if (q) {
        searchPayments(query, q)
      }
    })
  const [rows, counts] = await Promise.all([
    filtered
      .clone()
      .orderBy([
        { column: order.column, order: order.direction, nulls: "last" },
        { column: "id", order: order.direction },
      ])
      .limit(limit)
      .offset(offset),
    filtered.clone().count<{ count: string }[]>({ count: "*" }),
  ])
  return {
    payments: rows.map(toPayment),
    count: Number(counts[0]?.count ?? 0),
  }
}

/** Narrows a query down to what a search finds. */
export function searchPayments(query: Knex.QueryBuilder, q: string): void {
  const pattern = `%${q.replace(/[\\%_]/g, "\\$&")}%`
  void query.where((any) =>
    any
      .whereILike("reference_id", pattern)
      .orWhereILike("gateway_payment_id", pattern)
  )
}
