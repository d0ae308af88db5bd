import { staffMessage, type Message, type Words } from "../../../messages"
import type { MovedWithdraw, WithdrawIssue } from "./withdraw"

/** An issue for staff, and its reason. */
export interface IssueFound {
  issue: WithdrawIssue
  message: Message
}

/**
 * Finds the issue that a change of state raises: money that has left after all, or money that should have gone back to
 * a customer and did not. Medusa books a refund as soon as it asks for it.
 */
export function issueOfChange(
  withdraw: MovedWithdraw,
  why: Words
): IssueFound | null {
  const { state, moved_from, amount, reference_id } = withdraw
  switch (state) {
    case "paid":
      return moved_from === "canceled" || moved_from === "failed"
        ? {
            issue: "paid_after_cancel",
            message: staffMessage("paid_out_after_all", {
              amount,
              reference: reference_id,
              state: moved_from,
            }),
          }
        : null
    case "failed":
    case "canceled":
    case "rejected":
      return issueOfMoneyKept(withdraw, why)
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

function issueOfMoneyKept(
  { kind, state, amount, payment_id, order_id }: MovedWithdraw,
  why: Words
): IssueFound | null {
  if (kind === "refund") {
    return {
      issue: "refund_failed",
      message: staffMessage("refund_not_paid", {
        amount,
        order: order_id ?? "?",
        state,
        why,
      }),
    }
  }
  if (!payment_id) {
    return null
  }
  return {
    issue: "refund_failed",
    message: order_id
      ? staffMessage("not_paid_back", { amount, order: order_id, state, why })
      : staffMessage("not_paid_back_without_order", { amount, state, why }),
  }
}
