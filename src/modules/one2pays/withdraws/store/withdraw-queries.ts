import type { Knex } from "@medusajs/framework/mikro-orm/knex"
import { MathBN } from "@medusajs/framework/utils"
import type { WebhookEvent } from "../../../../gateway"
import { filterByIssue, type IssueFilter } from "../../issues/issue-store"
import { Leases } from "../../shared/lease"
import {
  readPage,
  searchIn,
  streamRows,
  whereBetween,
  type Page,
  type Search,
} from "../../shared/paging"
import { ERASED } from "../../shared/seal"
import { wherePaysBack } from "../../payments/store/payment-queries"
import { UNPAID_STATES, type WithdrawState } from "../../withdraw-rules/state"
import {
  TOTAL,
  toTotal,
  whereApprovable,
  type Approver,
  type Total,
} from "./approval-queries"
import {
  toWithdraw,
  type Withdraw,
  type WithdrawEvent,
  type WithdrawIssue,
  type WithdrawKind,
} from "../withdraw"

/** The withdraws that staff ask for. */
export interface WithdrawFilter {
  /** Only those that this person may approve. */
  approvable_by?: Approver
  state?: WithdrawState[]
  kind?: WithdrawKind[]
  issue?: IssueFilter<WithdrawIssue>
  order_id?: string
  payment_id?: string
  batch_id?: string
  created_from?: Date
  created_to?: Date
  /** Searched in references, names, descriptions, the numbers and ids of orders and the gateway's ids. */
  q?: Search
}

export interface WithdrawQuery extends WithdrawFilter, Page {}

const TABLE = "one2pays_withdraw"
const EVENTS = "one2pays_withdraw_event"
const REFUND_WAITS = "15 seconds"
/** The turn of an approved withdraw: customers' money comes before the shop's own payouts. */
const TURN =
  "(case when kind = 'refund' or payment_id is not null then 0 else 1 end), created_at, id"
/** Below the 65,535 values that PostgreSQL takes with a statement. */
const NAMES_AT_ONCE = 20_000
/** How the request of a pay-back begins that stands for a missing refund. */
export const OWED_BACK = "owed-back:"

/** Reads of the withdraws table and its audit trail. Amounts are THB in major units. */
export class WithdrawQueries {
  constructor(protected readonly db: Knex) {}

  /** Every query begins here, because the indexes hold only the rows that are not deleted. */
  private get rows() {
    return this.db(TABLE).whereNull("deleted_at")
  }

  find(id: string): Promise<Withdraw | null> {
    return this.first({ id })
  }

  /** Finds the withdraw that a webhook is about: by our reference, else by the gateway's id. */
  async findOfEvent({
    referenceId,
    objectId,
  }: WebhookEvent): Promise<Withdraw | null> {
    return (
      (referenceId && (await this.first({ reference_id: referenceId }))) ||
      (objectId && (await this.first({ gateway_withdraw_id: objectId }))) ||
      null
    )
  }

  async listByIds(ids: readonly string[]): Promise<Withdraw[]> {
    const rows: unknown[] = await this.rows.whereIn("id", ids)
    return rows.map(toWithdraw)
  }

  findByRequestKey(requestKey: string): Promise<Withdraw | null> {
    return this.first({ request_key: requestKey })
  }

  async listOfBatch(batchId: string): Promise<Withdraw[]> {
    const rows: unknown[] = await this.rows
      .where({ batch_id: batchId })
      .orderBy(["created_at", "id"])
    return rows.map(toWithdraw)
  }

  /** Lists live withdraws of the last days to accounts of these names, the newest first. */
  async listOfAccounts(hashes: string[], days: number): Promise<Withdraw[]> {
    const found: unknown[] = []
    for (let from = 0; from < hashes.length; from += NAMES_AT_ONCE) {
      const rows: unknown[] = await this.recent(days).whereIn(
        "account_hash",
        hashes.slice(from, from + NAMES_AT_ONCE)
      )
      found.push(...rows)
    }
    return found.map(toWithdraw)
  }

  /** Lists live withdraws of the last days that have no name of their account, with these last digits. */
  async listUnnamed(last4: string[], days: number): Promise<Withdraw[]> {
    const rows: unknown[] = await this.recent(days)
      .whereNull("account_hash")
      .whereNot("account_sealed", ERASED)
      .whereIn("account_last4", last4)
    return rows.map(toWithdraw)
  }

  /** Finds a live row of an upload of these names. */
  async findUpload(hashes: string[]): Promise<Withdraw | null> {
    const row: unknown = await this.rows
      .whereIn("batch_hash", hashes)
      .whereNotIn("state", UNPAID_STATES)
      .orderBy("created_at", "desc")
      .first()
    return row ? toWithdraw(row) : null
  }

  private recent(days: number) {
    return this.rows
      .whereRaw("created_at > now() - make_interval(days => ?)", [days])
      .whereNotIn("state", UNPAID_STATES)
      .orderBy("created_at", "desc")
  }

  /** Lists the refunds of a payment, or of several, the oldest first. */
  async listRefundsOf(paymentIds: string | string[]): Promise<Withdraw[]> {
    const rows: unknown[] = await this.rows
      .whereIn("payment_id", [paymentIds].flat())
      .where({ kind: "refund" })
      .orderBy(["created_at", "id"])
    return rows.map(toWithdraw)
  }

  /**
   * Sums the THB that goes back of a payment because nobody paid what Medusa had booked. A payout that failed counts only
   * where it has an issue of its own: then staff pay it again from there.
   */
  sumOwedPaidBack(paymentId: string): Promise<string> {
    return this.sum((query) => {
      void query
        .where({ payment_id: paymentId })
        .whereLike("request_key", `${OWED_BACK}%`)
        .where(wherePaysBack)
    })
  }

  /** Lists the audit trails of withdraws, the newest withdraw first, and of each the oldest line first. */
  async listEvents(withdrawIds: string[]): Promise<WithdrawEvent[]> {
    return this.db<WithdrawEvent>(EVENTS)
      .whereIn("withdraw_id", withdrawIds)
      .whereNull("deleted_at")
      .orderBy([
        { column: "withdraw_id", order: "desc" },
        ...["created_at", "id"],
      ])
  }

  /** Sums the THB of all payouts that staff asked for since a time and that have not failed. */
  sumSince(since: Date): Promise<string> {
    return this.sum((query) => {
      void query
        .where({ kind: "payout" })
        .where("created_at", ">=", since)
        .whereNotIn("state", UNPAID_STATES)
    })
  }

  /** Sums the THB of all payouts that left since a time. */
  sumSentSince(since: Date): Promise<string> {
    return this.sum((query) => {
      void query
        .where({ kind: "payout" })
        .where("sent_at", ">=", since)
        .whereNotIn("state", ["approved", "failed", "canceled", "rejected"])
    })
  }

  /**
   * Sums the THB that a balance of a certain time does not show yet: withdraws on their way, and withdraws that the
   * gateway was not known to have by then.
   */
  sumInFlight(asOf: Date): Promise<string> {
    return this.sum((query) => {
      void query.where((any) =>
        any
          .whereIn("state", ["sending", "unknown"])
          .orWhere((accepted) =>
            accepted
              .where("accepted_at", ">=", asOf)
              .whereNotIn("state", ["failed", "canceled"])
          )
      )
    })
  }

  /** Sums the THB of withdraws that wait for approval, or to leave. */
  sumWaiting(): Promise<string> {
    return this.sum((query) => {
      void query.whereIn("state", ["requires_approval", "approved"])
    })
  }

  /** Sums the THB of customers' money that may leave, and only waits for the end of a pause. */
  sumPaused(): Promise<string> {
    return this.sum((query) => {
      void query
        .where({ state: "approved" })
        .where((back) =>
          back.where({ kind: "refund" }).orWhereNotNull("payment_id")
        )
        .where("busy_until", ">", this.db.fn.now())
    })
  }

  async hasApproved(): Promise<boolean> {
    const row: unknown = await this.sendable().first("id")
    return row !== undefined
  }

  /** Lists refunds that are about to leave, with Medusa's ids of them. */
  async listSendableRefunds(
    limit: number
  ): Promise<Pick<Withdraw, "id" | "refund_id">[]> {
    return this.sendable()
      .where({ kind: "refund" })
      .orderBy(["created_at", "id"])
      .limit(limit)
      .select("id", "refund_id")
  }

  /**
   * Lists withdraws that may leave now, customers' money first and then the oldest first, and locks them for the
   * transaction that reads them. A payout that waits for funds must not keep a refund from them.
   *
   * @param refunds ids of the refunds that may leave
   */
  async lockApproved(limit: number, refunds: string[]): Promise<Withdraw[]> {
    const rows: unknown[] = await this.sendable()
      .where((query) => {
        void query.where({ kind: "payout" }).orWhereIn("id", refunds)
      })
      .orderByRaw(TURN)
      .limit(limit)
      .forUpdate()
      .skipLocked()
    return rows.map(toWithdraw)
  }

  /**
   * Lists withdraws that may leave or have left so many hours ago, have not ended since, and have no issue.
   *
   * @param lost the hours for those whose outcome nobody knows
   */
  async listDelayed(
    { hours, lost }: { hours: number; lost: number },
    limit: number
  ): Promise<Withdraw[]> {
    const rows: unknown[] = await this.rows
      .whereIn("state", [
        "approved",
        "sending",
        "unknown",
        "pending",
        "processing",
      ])
      .whereRaw(
        `coalesce(sent_at, decided_at, created_at)
           < now() - make_interval(hours => case when state in ('sending', 'unknown') then ?::int else ?::int end)`,
        [lost, hours]
      )
      .whereNull("issue")
      .orderBy(["created_at", "id"])
      .limit(limit)
    return rows.map(toWithdraw)
  }

  /** Reads a page of withdraws for staff, and counts them all. */
  async list({
    order,
    limit,
    offset,
    ...filter
  }: WithdrawQuery): Promise<{ withdraws: Withdraw[]; count: number }> {
    const { rows, count } = await readPage(
      this.filtered(filter),
      { order, limit, offset },
      toWithdraw
    )
    return { withdraws: rows, count }
  }

  /** Streams all withdraws that a filter finds, the newest first, many at once. */
  stream(filter: WithdrawFilter): AsyncGenerator<Withdraw[], void, undefined> {
    return streamRows(() => this.filtered(filter), toWithdraw)
  }

  private filtered({
    state,
    kind,
    issue,
    order_id,
    payment_id,
    batch_id,
    created_from,
    created_to,
    q,
    approvable_by,
  }: WithdrawFilter) {
    const found = this.rows
    if (approvable_by) {
      whereApprovable(found, approvable_by)
    }
    if (state) {
      void found.whereIn("state", state)
    }
    if (kind) {
      void found.whereIn("kind", kind)
    }
    if (order_id) {
      void found.where({ order_id })
    }
    if (payment_id) {
      void found.where({ payment_id })
    }
    if (batch_id) {
      void found.where({ batch_id })
    }
    whereBetween(found, "created_at", { from: created_from, to: created_to })
    filterByIssue(found, issue)
    if (q) {
      searchWithdraws(found, q)
    }
    return found
  }

  /** Sums the approved withdraws whose turn comes before that of this one. */
  async sumBefore({ id }: Withdraw): Promise<Total> {
    const rows = await this.rows
      .where({ state: "approved" })
      .whereRaw("waits_for is distinct from 'key'")
      .whereRaw(`(${TURN}) < (select ${TURN} from ${TABLE} where id = ?)`, [id])
      .select<{ count: string; amount: string }[]>(this.db.raw(TOTAL))
    return toTotal(rows[0])
  }

  /** Approved withdraws that no process has leased, and whose account number opens. */
  private sendable() {
    return this.rows
      .where({ state: "approved" })
      .whereRaw("waits_for is distinct from 'key'")
      .where(new Leases(this.db, TABLE, toWithdraw).whereFree)
      .where((query) => {
        // Medusa may still take a refund back that it has only just asked for.
        void query
          .where({ kind: "payout" })
          .orWhere(
            "created_at",
            "<",
            this.db.raw(`now() - interval '${REFUND_WAITS}'`)
          )
      })
  }

  private async sum(
    filter: (query: Knex.QueryBuilder) => void
  ): Promise<string> {
    const query = this.rows
    filter(query)
    const rows = await query.sum<{ sum: string | null }[]>({ sum: "amount" })
    return MathBN.convert(rows[0]?.sum ?? 0).toFixed()
  }

  private async first(where: Partial<Withdraw>): Promise<Withdraw | null> {
    const row: unknown = await this.rows.where(where).first()
    return row ? toWithdraw(row) : null
  }
}

/** Narrows a query down to the withdraws that a search finds. */
export const searchWithdraws = (query: Knex.QueryBuilder, q: Search): void =>
  searchIn(
    query,
    {
      ids: ["reference_id", "gateway_withdraw_id", "order_id"],
      words: ["account_name", "description"],
    },
    q
  )
