import type { Knex } from "@medusajs/framework/mikro-orm/knex"
import type { Message, Words } from "../../../messages"
import type { NewNotice } from "../notices/notice"
import { NoticeStore } from "../notices/notice-store"
import { keepWords } from "../shared/words"

/** The issues of a table's rows. A process raises and announces an issue once, and staff resolve it. */
export class IssueStore<Issue extends string, Row> {
  constructor(
    private readonly db: Knex,
    private readonly table: string,
    private readonly toRow: (row: unknown) => Row,
    /** The kinds that a new one replaces, also while they are open. */
    private readonly yieldingTo: (issue: Issue) => readonly Issue[] = () => []
  ) {}

  /**
   * Raises an issue. The first open issue stays: the log holds the later ones. Another kind replaces an issue that is
   * seen to or yields. The same kind is not raised again for the same money.
   *
   * @param more whether the row can get more money of the same kind: then another message stands for other money
   * @returns whether it is new
   */
  async raise(
    id: string,
    issue: Issue,
    message: Message,
    { more = false } = {}
  ): Promise<boolean> {
    const count = await this.db(this.table)
      .where({ id })
      .where((query) => {
        void query
          .whereNull("issue")
          .orWhere((former) =>
            former
              .whereNot("issue", issue)
              .where((gone) =>
                gone
                  .where(whereSeenTo)
                  .orWhereIn("issue", [...this.yieldingTo(issue)])
              )
          )
        if (more) {
          void query.orWhere((other) =>
            other
              .where(whereSeenTo)
              .whereRaw("issue_message is distinct from ?::jsonb", [
                keepWords(message).message,
              ])
          )
        }
      })
      .update({
        ...this.columnsOf(issue, message),
        updated_at: this.db.fn.now(),
      })
    return count === 1
  }

  /** The columns of a new issue, for a statement that writes it with something else. */
  columnsOf(issue: Issue, message: Message) {
    return {
      issue,
      issue_detail: null,
      issue_message: keepWords(message).message,
      issue_raised_at: this.db.fn.now(),
      issue_announced_at: null,
      resolved_at: null,
      resolved_by: null,
      resolution: null,
      resolution_message: null,
      pay_back_id: null,
      paying_back_since: null,
    }
  }

  /**
   * Claims the announcement of an issue, and writes the notice of it.
   *
   * @returns the row, for the one caller that tells the merchant; null for the others
   */
  claimAnnouncement(
    id: string,
    noticeOf: (row: Row) => NewNotice
  ): Promise<Row | null> {
    return this.db.transaction(async (transaction) => {
      const rows: unknown[] = await transaction(this.table)
        .where({ id })
        .whereNotNull("issue")
        .whereNull("issue_announced_at")
        .update({ issue_announced_at: this.db.fn.now() })
        .returning("*")
      if (!rows[0]) {
        return null
      }
      const row = this.toRow(rows[0])
      await new NoticeStore(transaction).write(noticeOf(row))
      return row
    })
  }

  /** Lists the ids of issues that a process raised and died before it could announce them. */
  async listUnannounced(limit: number): Promise<string[]> {
    const rows: unknown[] = await this.db(this.table)
      .whereNotNull("issue")
      .whereNull("issue_announced_at")
      .whereNull("deleted_at")
      .limit(limit)
      .select("id")
    return (rows as { id: string }[]).map(({ id }) => id)
  }

  /**
   * Resolves an issue. One whose money is on its way back is resolved by its arrival only.
   *
   * @param only resolves it only if it is this one
   * @returns the row, or null when it has no such open issue
   */
  async resolve(
    id: string,
    by: string,
    resolution: Words,
    only?: string
  ): Promise<Row | null> {
    const rows: unknown[] = await this.db(this.table)
      .where({ id, ...(only ? { issue: only } : {}) })
      .whereNotNull("issue")
      .whereNull("resolved_at")
      .whereNull("paying_back_since")
      .update(this.resolved(by, resolution))
      .returning("*")
    return rows[0] ? this.toRow(rows[0]) : null
  }

  private resolved(by: string, resolution: Words) {
    const { text, message } = keepWords(resolution)
    return {
      resolved_at: this.db.fn.now(),
      resolved_by: by,
      resolution: text,
      resolution_message: message,
      updated_at: this.db.fn.now(),
    }
  }

  /**
   * Notes that a payout pays back what an open issue is about.
   *
   * @returns false when it has no such open issue, or another payout does so already
   */
  async beginPayBack(
    id: string,
    payout: string,
    issue: Issue
  ): Promise<boolean> {
    const count = await this.db(this.table)
      .where({ id, issue })
      .whereNull("resolved_at")
      .whereNull("paying_back_since")
      .update({
        pay_back_id: payout,
        paying_back_since: this.db.fn.now(),
        updated_at: this.db.fn.now(),
      })
    return count === 1
  }

  /** Resolves the open issue whose money this payout has paid back. @returns its row */
  async endPayBack(
    payout: string,
    by: string,
    resolution: Words
  ): Promise<Row | null> {
    const rows: unknown[] = await this.db(this.table)
      .where({ pay_back_id: payout })
      .whereNull("deleted_at")
      .whereNull("resolved_at")
      .update({
        ...this.resolved(by, resolution),
        // Null where the payout had counted as failed.
        paying_back_since: this.db.raw("coalesce(paying_back_since, now())"),
      })
      .returning("*")
    return rows[0] ? this.toRow(rows[0]) : null
  }

  /**
   * Opens the issue again whose money this payout did not pay back, or whose money came back from the bank. It is
   * announced once more.
   *
   * @param columns what is written with it
   * @returns whether there is such an issue
   */
  async reopen(payout: string, columns: object = {}): Promise<boolean> {
    const count = await this.db(this.table)
      .where({ pay_back_id: payout })
      .whereNull("deleted_at")
      .whereNotNull("paying_back_since")
      .update({
        paying_back_since: null,
        issue_announced_at: null,
        resolved_at: null,
        resolved_by: null,
        resolution: null,
        resolution_message: null,
        ...columns,
        updated_at: this.db.fn.now(),
      })
    return count > 0
  }

  /** Finds the payout that pays back what the open issue of a row is about. */
  async findPayBack(id: string): Promise<string | null> {
    const row: { pay_back_id: string | null } | undefined = await this.db(
      this.table
    )
      .where({ id })
      .whereNull("resolved_at")
      .whereNotNull("paying_back_since")
      .first("pay_back_id")
    return row?.pay_back_id ?? null
  }

  async countOpen(): Promise<number> {
    const rows = await this.db(this.table)
      .whereNotNull("issue")
      .whereNull("resolved_at")
      .whereNull("deleted_at")
      .count<{ count: string }[]>({ count: "*" })
    return Number(rows[0]?.count ?? 0)
  }
}

/** Narrows a query down to issues that need nobody. See `isSeenTo`. */
export const whereSeenTo = (query: Knex.QueryBuilder): void =>
  void query.whereNotNull("resolved_at").orWhereNotNull("paying_back_since")

/** The issues that a list is limited to. */
export type IssueFilter<Issue extends string> =
  Issue | "open" | "resolved" | "any"

/** Narrows a query down to the issues that a list asks for. */
export function filterByIssue(
  query: Knex.QueryBuilder,
  issue: IssueFilter<string> | undefined
): void {
  switch (issue) {
    case undefined:
      return
    case "any":
      void query.whereNotNull("issue")
      return
    case "open":
      void query.whereNotNull("issue").whereNull("resolved_at")
      return
    case "resolved":
      void query.whereNotNull("issue").whereNotNull("resolved_at")
      return
    default:
      void query.where({ issue })
  }
}
