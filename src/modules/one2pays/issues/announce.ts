import type { Logger } from "@medusajs/framework/types"
import { renderWords, staffMessage, type Words } from "../../../messages"
import type { NewNotice, NoticeSubject } from "../notices/notice"
import type { Notices } from "../notices/notices"
import { wordsOf, type IssueColumns } from "./issue"
import type { IssueStore } from "./issue-store"

/** A row that can have an issue. `amount` is THB in major units. */
export interface IssueRow<Issue extends string> extends IssueColumns<Issue> {
  id: string
  order_id: string | null
  reference_id: string | null
  amount: string
}

/** The news of an issue for the merchant. `amount` is THB in major units; `detail` is English, `detail_th` the same in Thai. */
export interface IssueNews<Issue extends string> {
  id: string
  order_id: string | null
  reference_id: string | null
  issue: Issue
  detail: string
  detail_th: string
  amount: string
}

/** The form of the news about the rows of one table. */
export interface Telling<Row> {
  /** The log's word for a row. */
  noun: string
  /** Name of the event. */
  event: string
  /** The data of the event beside the news. */
  more?: (row: Row) => object
  kindOf: (row: Row) => NoticeSubject["kind"]
  topicOf: (row: Row) => NewNotice["topic"]
}

/** The ways to the merchant. */
export interface Channels {
  logger: Logger
  notices: Pick<Notices, "emit">
}

/** Tells the merchant of an issue, once, however many instances found it. */
export async function announceIssue<
  Issue extends string,
  Row extends IssueRow<Issue>,
>(
  store: Pick<IssueStore<Issue, Row>, "claimAnnouncement">,
  { logger, notices }: Channels,
  telling: Telling<Row>,
  id: string
): Promise<void> {
  const row = await store.claimAnnouncement(id, (claimed) =>
    noticeOf(claimed, telling)
  )
  if (!row) {
    return
  }
  logger.warn(
    `[one2pays] ${telling.noun} ${row.reference_id ?? row.id} needs attention (${String(row.issue)}): ${renderWords(describe(row), "en")}`
  )
  await notices.emit()
}

function noticeOf<Issue extends string, Row extends IssueRow<Issue>>(
  row: Row,
  { event, more, kindOf, topicOf }: Telling<Row>
): NewNotice {
  const { id, order_id, reference_id, amount } = row
  const words = describe(row)
  const news: Omit<IssueNews<Issue>, "issue"> & { issue: Issue | null } = {
    ...{ id, order_id, reference_id, issue: row.issue },
    detail: renderWords(words, "en"),
    detail_th: renderWords(words, "th"),
    amount,
  }
  return {
    topic: topicOf(row),
    amount,
    subject: { kind: kindOf(row), id, order_id, reference_id },
    words,
    event: {
      name: event,
      data: { ...news, ...more?.(row) },
      // The same issue may be announced again in the same words.
      metadata: { announced_at: row.issue_announced_at?.toISOString() },
    },
  }
}

/** An issue is announced once more when a payout did not pay its money back, and then names that payout. */
function describe(row: IssueColumns<string>): Words {
  const why = wordsOf(row) ?? ""
  const payout = row.pay_back_id
  return payout && !row.paying_back_since
    ? staffMessage("open_again", { payout, why })
    : why
}
