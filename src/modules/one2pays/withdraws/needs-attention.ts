import type { IssueNews, Telling } from "../issues/announce"
import type { Withdraw, WithdrawIssue, WithdrawKind } from "./withdraw"

/**
 * The event that the plugin emits once for each issue of a withdraw. Data: `id`, `kind`, `order_id`, `reference_id`,
 * `issue`, `detail`, `amount`.
 */
export const WITHDRAW_NEEDS_ATTENTION = "one2pays.withdraw.needs_attention"

export interface WithdrawNeedsAttention extends IssueNews<WithdrawIssue> {
  kind: WithdrawKind
}

export const WITHDRAW_TELLING: Telling<Withdraw> = {
  noun: "withdraw",
  event: WITHDRAW_NEEDS_ATTENTION,
  more: ({ kind }) => ({ kind }),
  kindOf: ({ kind }) => kind,
  topicOf: ({ issue, returned_at }) => {
    switch (issue) {
      case "returned":
        return "returned"
      case "refund_failed":
        return returned_at ? "returned" : "failed"
      case "payout_failed":
        return "failed"
      default:
        return "needs_attention"
    }
  },
}
