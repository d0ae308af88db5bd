import type { Knex } from "@medusajs/framework/mikro-orm/knex"
import type { Message, Words } from "../../../messages"
import { keepWords } from "../shared/words"

/** The issues of a table's rows: raised once, announced once, and resolved by somebody. */
export class IssueStore<Issue extends string, Row> {
  constructor(
    private readonly db: Knex,
    private readonly table: string,
    private readonly toRow: (row: unknown) => Row,
    /** Kinds that any other takes the place of, also while they are open. */
    private readonly yielding: readonly Issue[] = []
  ) {}

  /**
   * The first open issue stays: what came after it is in the log. One that was resolved, or yields, gives
   * way to another kind, and is not raised again for the same money.
   *
   * @returns whether it is new
   */
  async raise(id: string, issue: Issue, message: Message): Promise<boolean> {
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
                  .whereNotNull("resolved_at")
                  .orWhereIn("issue", [...this.yielding])
              )
          )
      })
      .update({
        ...this.columnsOf(issue, message),
        updated_at: this.db.fn.now(),
      })
    return count === 1
  }

  /** A new issue, for a statement that writes it with something else. */
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
    }
  }

  /** @returns the row, for the one caller that is to tell the merchant */
  async claimAnnouncement(id: string): Promise<Row | null> {
    const rows: unknown[] = await this.db(this.table)
      .where({ id })
      .whereNotNull("issue")
      .whereNull("issue_announced_at")
      .update({ issue_announced_at: this.db.fn.now() })
      .returning("*")
    return rows[0] ? this.toRow(rows[0]) : null
  }

  /** Ids of issues of which nobody was told, because the process died before. */
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
   * @param only closes it only if it is this one
   * @returns the row, or null when it has no such open issue
   */
  async resolve(
    id: string,
    by: string,
    resolution: Words,
    only?: Issue
  ): Promise<Row | null> {
    const { text, message } = keepWords(resolution)
    const rows: unknown[] = await this.db(this.table)
      .where({ id, ...(only ? { issue: only } : {}) })
      .whereNotNull("issue")
      .whereNull("resolved_at")
      .update({
        resolved_at: this.db.fn.now(),
        resolved_by: by,
        resolution: text,
        resolution_message: message,
        updated_at: this.db.fn.now(),
      })
      .returning("*")
    return rows[0] ? this.toRow(rows[0]) : null
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

/** Which issues a list is asked for. */
export type IssueFilter<Issue extends string> =
  Issue | "open" | "resolved" | "any"

/** Narrows a query down to the issues that were asked for. */
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
      void query.whereNotNull("resolved_at")
      return
    default:
      void query.where({ issue })
  }
}
