import type { Locale, Message, Words } from "../../../messages"
import { readWords } from "../shared/words"

/** Money that staff have to look at, in the columns of its row. */
export interface IssueColumns<Issue extends string> {
  issue: Issue | null
  /** In English, in a row that is older than messages. */
  issue_detail: string | null
  issue_message: Message | null
  issue_raised_at: Date | null
  /** When the plugin told the merchant. */
  issue_announced_at: Date | null
  /** Id of the last payout that pays back what the issue is about. */
  pay_back_id: string | null
  /** When staff asked for that payout. Null from when it ended unpaid: then the issue is open again. */
  paying_back_since: Date | null
  resolved_at: Date | null
  /** Id of the admin user. */
  resolved_by: string | null
  /** A person's own words. */
  resolution: string | null
  /** The plugin's words, where no person wrote any. */
  resolution_message: Message | null
}

/** Whether an issue needs nobody: it is resolved, or a payout is on its way that pays its money back. */
export const isSeenTo = ({
  resolved_at,
  paying_back_since,
}: Pick<IssueColumns<string>, "resolved_at" | "paying_back_since">): boolean =>
  resolved_at !== null || paying_back_since !== null

/** The reason of an issue, before it has a language. */
export const wordsOf = ({
  issue_detail,
  issue_message,
}: Pick<
  IssueColumns<string>,
  "issue_detail" | "issue_message"
>): Words | null => issue_detail ?? issue_message

/** The reason of an issue, in the reader's language. */
export const detailOf = (
  {
    issue_detail,
    issue_message,
  }: Pick<IssueColumns<string>, "issue_detail" | "issue_message">,
  locale: Locale
): string | null =>
  readWords({ text: issue_detail, message: issue_message }, locale)

/** The resolution of an issue, in the reader's language. */
export const resolutionOf = (
  {
    resolved_at,
    resolution,
    resolution_message,
  }: Pick<
    IssueColumns<string>,
    "resolved_at" | "resolution" | "resolution_message"
  >,
  locale: Locale
): string | null =>
  // An instance from before messages raises an issue anew, and leaves the message of the former one.
  resolved_at &&
  readWords({ text: resolution, message: resolution_message }, locale)
