import type { MovedWithdraw, WithdrawIssue } from "./withdraw-store"

/** What a person has to look at, and why. */
export interface IssueFound {
  issue: WithdrawIssue
  detail: string
}

/**
 * The issue that a change of state is. Money that has left after all; and a refund that was not
 * paid out, since Medusa booked it as soon as it was asked for.
 */
export function issueOfChange(
  { kind, state, moved_from, amount, reference_id, order_id }: MovedWithdraw,
  why: string
): IssueFound | null {
  switch (state) {
    case "paid":
      return moved_from === "canceled" || moved_from === "failed"
        ? {
            issue: "paid_after_cancel",
            detail: `THB ${amount} was paid out under ${reference_id} after it had been ${moved_from}.`,
          }
        : null
    case "failed":
    case "canceled":
    case "rejected":
      return kind === "refund"
        ? {
            issue: "refund_failed",
            detail: `The refund of THB ${amount} for order ${order_id ?? "?"} was not paid out (${state}: ${why}). Medusa has booked it all the same.`,
          }
        : null
    case "requires_approval":
    case "approved":
    case "sending":
    case "unknown":
    case "pending":
    case "processing":
      return null
    default:
      return state satisfies never
  }
}
