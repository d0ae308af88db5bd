import type { IEventBusModuleService, Logger } from "@medusajs/framework/types"
import { renderMessage, staffMessage, type Locale } from "../../../messages"
import { detailOf, type IssueColumns } from "./issue"
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
}

/** The ways to the merchant. */
export interface Channels {
  logger: Logger
  bus: IEventBusModuleService | undefined
}

/** Tells the merchant of an issue, once, however many instances found it. */
export async function announceIssue<
  Issue extends string,
  Row extends IssueRow<Issue>,
>(
  store: Pick<IssueStore<Issue, Row>, "claimAnnouncement">,
  { logger, bus }: Channels,
  { noun, event, more }: Telling<Row>,
  id: string
): Promise<void> {
  const row = await store.claimAnnouncement(id)
  if (!row?.issue) {
    return
  }
  const news: IssueNews<Issue> = {
    id: row.id,
    order_id: row.order_id,
    reference_id: row.reference_id,
    issue: row.issue,
    detail: describe(row, "en"),
    detail_th: describe(row, "th"),
    amount: row.amount,
  }
  logger.warn(
    `[one2pays] ${noun} ${news.reference_id ?? news.id} needs attention (${news.issue}): ${news.detail}`
  )
  await bus?.emit({
    name: event,
    data: { ...news, ...more?.(row) },
    // The same issue may be announced again in the same words.
    metadata: { announced_at: row.issue_announced_at?.toISOString() },
  })
}

/** An issue is announced once more when a payout did not pay its money back, and then names that payout. */
function describe(row: IssueColumns<string>, locale: Locale): string {
  const why = detailOf(row, locale) ?? ""
  const payout = row.pay_back_id
  return payout && !row.paying_back_since
    ? renderMessage(staffMessage("open_again", { payout, why }), locale)
    : why
}
