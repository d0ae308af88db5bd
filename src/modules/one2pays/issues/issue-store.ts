import type { Knex } from "@medusajs/framework/mikro-orm/knex"
import type { Message, Words } from "../../../messages"
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
   * resolved or yields. The same kind is not raised again for the same money.
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
                  .whereNotNull("resolved_at")
                  .orWhereIn("issue", [...this.yieldingTo(issue)])
              )
          )
        if (more) {
          void query.orWhere((other) =>
            other
              .whereNotNull("resolved_at")
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
    }
  }

  /**
   * Claims the announcement of an issue.
   *
   * @returns the row, for the one caller that tells the merchant; null for the others
   */
  async claimAnnouncement(id: string): Promise<Row | null> {
    const rows: unknown[] = await this.db(this.table)
      .where({ id })
      .whereNotNull("issue")
      .whereNull("issue_announced_at")
      .update({ issue_announced_at: this.db.fn.now() })
      .returning("*")
    return rows[0] ? this.toRow(rows[0]) : null
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
   * Resolves an issue.
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
