import type { Knex } from "@medusajs/framework/mikro-orm/knex"
import { filterByIssue } from "../issues/issue-store"
import type { Search } from "../shared/paging"
import { searchWithdraws } from "../withdraws/store/withdraw-queries"
import { toPayment, type Payment } from "../payments/payment"
import { toWithdraw, type Withdraw } from "../withdraws/withdraw"
import { searchPayments } from "../payments/store/staff-queries"

/** Money that needs, or needed, staff: it came, or it left. */
export type ListedIssue =
  | { kind: "payment"; payment: Payment }
  | { kind: "withdraw"; withdraw: Withdraw }

export type IssueKind = ListedIssue["kind"]

export interface IssueQuery {
  /** A kind that is left out counts nowhere. */
  kinds: IssueKind[]
  show: "open" | "resolved"
  /** Searched as in the lists of either kind. */
  q?: Search
  limit: number
  offset: number
}

const TABLES = {
  payment: "one2pays_payment",
  withdraw: "one2pays_withdraw",
} as const satisfies Record<IssueKind, string>

const SEARCHES = { payment: searchPayments, withdraw: searchWithdraws }

/**
 * Lists a page of issues of both kinds in one order, the newest first, and counts them all. Rows with an issue are few
 * among many: the partial indexes over `issue` find them, and the database sorts only those.
 */
export async function listIssues(
  db: Knex,
  { kinds, show, q, limit, offset }: IssueQuery
): Promise<{ issues: ListedIssue[]; count: number }> {
  const found = db
    .unionAll(
      kinds.map((kind) => issuesOf(db, kind, show, q)),
      true
    )
    .as("issue")
  const [page, counts] = await Promise.all([
    db
      .from(found)
      .select<{ kind: IssueKind; id: string }[]>("kind", "id")
      .orderBy([
        { column: "since", order: "desc", nulls: "last" },
        { column: "id", order: "desc" },
      ])
      .limit(limit)
      .offset(offset),
    db.from(found.clone()).count<{ count: string }[]>({ count: "*" }),
  ])
  const idsOf = (kind: IssueKind) =>
    page.filter((row) => row.kind === kind).map(({ id }) => id)
  const [payments, withdraws] = await Promise.all([
    load(db, "payment", idsOf("payment"), toPayment),
    load(db, "withdraw", idsOf("withdraw"), toWithdraw),
  ])
  return {
    issues: page.flatMap(({ kind, id }): ListedIssue[] => {
      if (kind === "payment") {
        const payment = payments.get(id)
        return payment ? [{ kind, payment }] : []
      }
      const withdraw = withdraws.get(id)
      return withdraw ? [{ kind, withdraw }] : []
    }),
    count: Number(counts[0]?.count ?? 0),
  }
}

function issuesOf(
  db: Knex,
  kind: IssueKind,
  show: IssueQuery["show"],
  q: Search | undefined
): Knex.QueryBuilder {
  const rows = db(TABLES[kind])
    .whereNotNull("issue")
    .whereNull("deleted_at")
    .select(
      db.raw("? as kind", [kind]),
      "id",
      `${show === "open" ? "issue_raised_at" : "resolved_at"} as since`
    )
  filterByIssue(rows, show)
  if (q) {
    SEARCHES[kind](rows, q)
  }
  return rows
}

async function load<Row extends { id: string }>(
  db: Knex,
  kind: IssueKind,
  ids: string[],
  toRow: (row: unknown) => Row
): Promise<Map<string, Row>> {
  const rows: unknown[] =
    ids.length > 0 ? await db(TABLES[kind]).whereIn("id", ids) : []
  return new Map(rows.map(toRow).map((row) => [row.id, row]))
}
