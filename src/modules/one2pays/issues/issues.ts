import type { Message, Words } from "../../../messages"
import {
  announceIssue,
  type Channels,
  type IssueRow,
  type Telling,
} from "./announce"
import { resolveIssue } from "./resolve-issue"
import type { IssueStore } from "./issue-store"

/**
 * The issues of one table. The process that finds unmatched money raises and announces an issue, and staff resolve it.
 */
export class Issues<Issue extends string, Row extends IssueRow<Issue>> {
  constructor(
    private readonly store: IssueStore<Issue, Row>,
    private readonly channels: Channels,
    private readonly telling: Telling<Row>
  ) {}

  /** Raises an issue for staff, and tells the merchant. The first open issue of a row stays. See `IssueStore.raise`. */
  async raise(
    id: string,
    issue: Issue,
    message: Message,
    how?: { more: boolean }
  ): Promise<void> {
    if (await this.store.raise(id, issue, message, how)) {
      await this.announce(id)
    }
  }

  /** Tells the merchant of the issue of a row, once. */
  announce(id: string): Promise<void> {
    return announceIssue(this.store, this.channels, this.telling, id)
  }

  /** Tells the merchant of issues that a process found and died before it could tell. */
  async announceLeft(limit: number): Promise<void> {
    for (const id of await this.store.listUnannounced(limit)) {
      await this.announce(id)
    }
  }

  /**
   * Resolves an issue.
   *
   * @param only the code of the issue that the person saw; another one that took its place stays open
   * @throws MedusaError NOT_ALLOWED when it has no such open issue
   */
  resolve(
    id: string,
    by: string,
    resolution: Words,
    only?: string
  ): Promise<Row> {
    return resolveIssue(this.store, id, by, resolution, only)
  }

  countOpen(): Promise<number> {
    return this.store.countOpen()
  }
}
