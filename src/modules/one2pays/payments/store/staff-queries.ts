import type { Knex } from "@medusajs/framework/mikro-orm/knex"
import { roundThb, type PaymentMethod } from "../../../../gateway"
import { filterByIssue, type IssueFilter } from "../../issues/issue-store"
import {
  amountIn,
  readPage,
  searchIn,
  streamRows,
  whereBetween,
  type Page,
  type Search,
} from "../../shared/paging"
import type { StaffStatus } from "../lifecycle"
import {
  toPayment,
  type Payment,
  type PaymentIssue,
  type PaymentState,
} from "../payment"
import { whereStatus } from "./status-queries"

export const ISSUES = [
  "amount_mismatch",
  "currency_mismatch",
  "order_rolled_back",
  "paid_after_cancel",
  "paid_twice",
  "qr_amount_mismatch",
  "refund_missing",
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

/** The payments that staff ask for. */
export interface PaymentFilter {
  issue?: IssueFilter<PaymentIssue>
  state?: PaymentState[]
  /** How they look to staff, at a moment. */
  status?: { any: StaffStatus[]; at: Date }
  /** Whether only payments that the gateway does not know yet, or all but these. */
  initiated?: boolean
  payment_method?: PaymentMethod[]
  order_id?: string
  created_from?: Date
  created_to?: Date
  /** When they made their orders paid. */
  paid_from?: Date
  paid_to?: Date
  /** Searched in references, payers, amounts, the numbers and ids of orders and the gateway's ids. */
  q?: Search
}

export interface PaymentQuery extends PaymentFilter, Page {}

/** Money that came for a payment, by the gateway's own time. `amount` is THB in major units. */
export interface ReceivedMoney {
  moved_at: Date
  amount: string
}

const TABLE = "one2pays_payment"
const LEDGER = "one2pays_movement"

/** Reads of the payments that staff look at. Amounts are THB in major units. */
export class StaffQueries {
  constructor(protected readonly db: Knex) {}

  /** Every query begins here, because the indexes hold only the rows that are not deleted. */
  protected get rows() {
    return this.db(TABLE).whereNull("deleted_at")
  }

  /** Reads a page of payments for staff, and counts them all. */
  async list({
    order,
    limit,
    offset,
    ...filter
  }: PaymentQuery): Promise<{ payments: Payment[]; count: number }> {
    const { rows, count } = await readPage(
      this.filtered(filter),
      { order, limit, offset },
      toPayment
    )
    return { payments: rows, count }
  }

  /** Streams all payments that a filter finds, the newest first, many at once. */
  stream(filter: PaymentFilter): AsyncGenerator<Payment[], void, undefined> {
    return streamRows(() => this.filtered(filter), toPayment)
  }

  /** Lists the money that came for a payment, the first one first. */
  async listReceived(id: string): Promise<ReceivedMoney[]> {
    const rows = await this.db<ReceivedMoney & { payment_id: string }>(LEDGER)
      .whereNull("deleted_at")
      .where({ payment_id: id })
      .orderBy(["moved_at", "id"])
      .select("moved_at", "amount")
    return rows.map(({ moved_at, amount }) => ({
      moved_at,
      amount: roundThb(amount),
    }))
  }

  private filtered({
    issue,
    state,
    status,
    initiated,
    payment_method,
    order_id,
    created_from,
    created_to,
    paid_from,
    paid_to,
    q,
  }: PaymentFilter) {
    const found = this.rows
    filterByIssue(found, issue)
    if (state) {
      void found.whereIn("state", state)
    }
    if (status) {
      whereStatus(found, status.any, status.at)
    }
    if (initiated !== undefined) {
      void found.where("state", initiated ? "=" : "<>", "initiated")
    }
    if (payment_method) {
      void found.whereIn("payment_method", payment_method)
    }
    if (order_id) {
      void found.where({ order_id })
    }
    whereBetween(found, "created_at", { from: created_from, to: created_to })
    if (paid_from || paid_to) {
      void found.where({ state: "succeeded" })
      whereBetween(found, "settled_at", { from: paid_from, to: paid_to })
    }
    if (q) {
      searchPayments(found, q)
    }
    return found
  }
}

/** Narrows a query down to the payments that a search finds. */
export function searchPayments(query: Knex.QueryBuilder, q: Search): void {
  const amount = amountIn(q.text)
  searchIn(
    query,
    { ids: ["reference_id", "gateway_payment_id"], words: ["payer_name"] },
    q,
    (any) => {
      if (/^\d{4}$/.test(q.text)) {
        void any.orWhere({ payer_last4: q.text })
      }
      if (amount !== null) {
        void any
          .orWhere({ amount })
          .orWhere({ asked_amount: amount })
          // What came where it is another amount, as `receivedFor` reads it.
          .orWhere((other) =>
            other
              .whereNotNull("issue")
              .whereRaw("issue_message #>> '{values,received}' = ?", [amount])
          )
      }
    }
  )
}
