import type { Knex } from "@medusajs/framework/mikro-orm/knex"
import type { WebhookEvent } from "../../../../gateway"
import { filterByIssue, type IssueFilter } from "../../issues/issue-store"
import {
  readPage,
  searchIn,
  streamRows,
  whereBetween,
  type Page,
  type Search,
} from "../../shared/paging"
import { ERASED } from "../../shared/seal"
import { UNPAID_STATES, type WithdrawState } from "../../withdraw-rules/state"
import { whereApprovable, type Approver } from "./approval-queries"
import {
  toWithdraw,
  type Withdraw,
  type WithdrawEvent,
  type WithdrawIssue,
  type WithdrawKind,
} from "../withdraw"
import { SendingQueries } from "./sending-queries"

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

const EVENTS = "one2pays_withdraw_event"
/** Below the 65,535 values that PostgreSQL takes with a statement. */
const NAMES_AT_ONCE = 20_000
/** Reads of the withdraws table and its audit trail. Amounts are THB in major units. */
export class WithdrawQueries extends SendingQueries {
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
