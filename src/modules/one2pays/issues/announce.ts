import type { IEventBusModuleService, Logger } from "@medusajs/framework/types"
import { detailOf, type IssueColumns } from "./issue"
import type { IssueStore } from "./issue-store"

/** A row that can have an issue. `amount` is THB in major units. */
export interface IssueRow<Issue extends string> extends IssueColumns<Issue> {
  id: string
  order_id: string | null
  reference_id: string | null
  amount: string
}

/** The news of an issue for the merchant. `amount` is THB in major units, `detail` is English. */
export interface IssueNews<Issue extends string> {
  id: string
  order_id: string | null
  reference_id: string | null
  issue: Issue
  detail: string
  amount: string
  /** Id of the payout that did not pay the money back, so that the issue is open again. */
  failed_pay_back: string | null
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
    detail: detailOf(row, "en") ?? "",
    amount: row.amount,
    failed_pay_back: row.paying_back_since ? null : row.pay_back_id,
  }
  logger.warn(
    `[one2pays] ${noun} ${news.reference_id ?? news.id} needs attention (${news.issue}): ${news.detail}`
  )
  await bus?.emit({ name: event, data: { ...news, ...more?.(row) } })
}
