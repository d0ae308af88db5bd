import { staffMessage, type Message, type Words } from "../../../../messages"
import type { MovedWithdraw, WithdrawIssue } from "../withdraw"

/** An issue for staff, and its reason. */
export interface IssueFound {
  issue: WithdrawIssue
  message: Message
}

/**
 * Finds the issue that a change of state raises: money that has left after all, money that should have left and did not,
 * or money that its bank sent back. Medusa books a refund as soon as it asks for it.
 *
 * @param actor who changed it: a person who cancels a plain payout knows of it
 */
export function issueOfChange(
  withdraw: MovedWithdraw,
  why: Words,
  actor: string
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
      return moved_from === "paid"
        ? issueOfReturn(withdraw)
        : issueOfMoneyKept(withdraw, why, actor)
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
  { kind, state, amount, payment_id, order_id, reference_id }: MovedWithdraw,
  why: Words,
  actor: string
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
    return state === "failed" || actor === "gateway"
      ? {
          issue: "payout_failed",
          message: staffMessage("payout_not_paid", {
            amount,
            reference: reference_id,
            state,
            why,
          }),
        }
      : null
  }
  return {
    issue: "refund_failed",
    message: order_id
      ? staffMessage("not_paid_back", { amount, order: order_id, state, why })
      : staffMessage("not_paid_back_without_order", { amount, state, why }),
  }
}

/** The bank of the beneficiary sent the money back, maybe days after the withdraw was paid. */
function issueOfReturn({
  kind,
  amount,
  payment_id,
  order_id,
  reference_id,
}: MovedWithdraw): IssueFound {
  return kind === "refund" || payment_id
    ? {
        issue: "refund_failed",
        message: staffMessage("refund_returned", {
          amount,
          order: order_id ?? "?",
          reference: reference_id,
        }),
      }
    : {
        issue: "returned",
        message: staffMessage("payout_returned", {
          amount,
          reference: reference_id,
        }),
      }
}
