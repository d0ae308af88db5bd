import type { WithdrawState } from "../../withdraw-rules/state"
import type { WithdrawEvent, WithdrawKind } from "../withdraw"

/** The events of a withdraw's life, each emitted once, after the change is written. Their data is a `WithdrawNews`. */
export const WITHDRAW_EVENTS = {
  waits_for_approval: "one2pays.withdraw.waits_for_approval",
  approved: "one2pays.withdraw.approved",
  rejected: "one2pays.withdraw.rejected",
  paid: "one2pays.withdraw.paid",
  failed: "one2pays.withdraw.failed",
  returned: "one2pays.withdraw.returned",
} as const

export type WithdrawEventName =
  (typeof WITHDRAW_EVENTS)[keyof typeof WITHDRAW_EVENTS]

/** What the events tell. `amount` is THB in major units. There is no account number in it. */
export interface WithdrawNews {
  id: string
  kind: WithdrawKind
  amount: string
  reference_id: string
  order_id: string | null
  payment_id: string | null
  batch_id: string | null
}

/** The event that a change of state is worth, if any. A person who cancels a payout knows of it. */
export function eventOfChange({
  from_state,
  to_state,
  actor,
}: Pick<
  WithdrawEvent,
  "from_state" | "to_state" | "actor"
>): WithdrawEventName | null {
  if (from_state === to_state) {
    return null
  }
  switch (to_state) {
    case "requires_approval":
      return WITHDRAW_EVENTS.waits_for_approval
    case "approved":
      // Not when it comes back from a request that did not arrive.
      return from_state === null || from_state === "requires_approval"
        ? WITHDRAW_EVENTS.approved
        : null
    case "rejected":
      return WITHDRAW_EVENTS.rejected
    case "paid":
      return WITHDRAW_EVENTS.paid
    case "failed":
    case "canceled":
      return endOf({ from_state, to_state, actor })
    default:
      return null
  }
}

function endOf({
  from_state,
  to_state,
  actor,
}: {
  from_state: WithdrawState | null
  to_state: WithdrawState
  actor: string
}): WithdrawEventName | null {
  if (from_state === "paid") {
    return WITHDRAW_EVENTS.returned
  }
  return to_state === "failed" || actor === "gateway"
    ? WITHDRAW_EVENTS.failed
    : null
}
