import type { Knex } from "@medusajs/framework/mikro-orm/knex"
import { filterByIssue, type IssueFilter } from "../issues/issue-store"
import type { WithdrawState } from "./state"
import {
  toWithdraw,
  type Withdraw,
  type WithdrawIssue,
  type WithdrawKind,
} from "./withdraw-store"

export interface WithdrawQuery {
  state?: WithdrawState[]
  kind?: WithdrawKind[]
  issue?: IssueFilter<WithdrawIssue>
  order_id?: string
  batch_id?: string
  created_from?: Date
  created_to?: Date
  /** Searched in references, names, descriptions and the gateway's ids. */
  q?: string
  order: {
    column: "created_at" | "amount" | "issue_raised_at"
    direction: "asc" | "desc"
  }
  limit: number
  offset: number
}

const TABLE = "one2pays_withdraw"
const STREAMED_AT_ONCE = 1000

/** A page of withdraws for staff to look at, and how many there are. */
export async function listWithdraws(
  db: Knex,
  { order, limit, offset, ...query }: WithdrawQuery
): Promise<{ withdraws: Withdraw[]; count: number }> {
  const filtered = filter(db, query)
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
    withdraws: rows.map(toWithdraw),
    count: Number(counts[0]?.count ?? 0),
  }
}

/** Everything that a query finds, the newest first; memory stays flat, however much that is. */
export async function* streamWithdraws(
  db: Knex,
  query: Omit<WithdrawQuery, "order" | "limit" | "offset">
): AsyncGenerator<Withdraw, void, undefined> {
  let after: string | null = null
  for (;;) {
    const page = filter(db, query)
    if (after) {
      void page.where("id", "<", after)
    }
    // Ids are ULIDs: in the order of their making.
    const rows: unknown[] = await page
      .orderBy("id", "desc")
      .limit(STREAMED_AT_ONCE)
    const withdraws = rows.map(toWithdraw)
    yield* withdraws
    after = withdraws.at(-1)?.id ?? null
    if (withdraws.length < STREAMED_AT_ONCE) {
      return
    }
  }
}

function filter(
  db: Knex,
  {
    state,
    kind,
    issue,
    order_id,
    batch_id,
    created_from,
    created_to,
    q,
  }: Omit<WithdrawQuery, "order" | "limit" | "offset">
) {
  const found = db(TABLE).whereNull("deleted_at")
  if (state) {
    void found.whereIn("state", state)
  }
  if (kind) {
    void found.whereIn("kind", kind)
  }
  if (order_id) {
    void found.where({ order_id })
  }
  if (batch_id) {
    void found.where({ batch_id })
  }
  if (created_from) {
    void found.where("created_at", ">=", created_from)
  }
  if (created_to) {
    // All of that millisecond: the database counts more finely.
    void found.where("created_at", "<", new Date(created_to.getTime() + 1))
  }
  filterByIssue(found, issue)
  if (q) {
    searchWithdraws(found, q)
  }
  return found
}

/** Narrows a query down to what a search finds. */
export function searchWithdraws(query: Knex.QueryBuilder, q: string): void {
  const pattern = `%${q.replace(/[\\%_]/g, "\\$&")}%`
  void query.where((any) =>
    any
      .whereILike("reference_id", pattern)
      .orWhereILike("gateway_withdraw_id", pattern)
      .orWhereILike("account_name", pattern)
      .orWhereILike("description", pattern)
      .orWhereILike("order_id", pattern)
  )
}
