/**
 * The life of a withdraw:
 *
 * ```
 * requires_approval → approved → sending → pending → processing → paid | failed | canceled
 *         ↓                        ↓
 *      rejected                 unknown (sent, answer lost)
 * ```
 */
export const WITHDRAW_STATES = [
  "requires_approval",
  "approved",
  "sending",
  "unknown",
  "pending",
  "processing",
  "paid",
  "failed",
  "canceled",
  "rejected",
] as const

export type WithdrawState = (typeof WITHDRAW_STATES)[number]

/** States that the gateway can tell. */
const TOLD = ["pending", "processing", "paid", "failed", "canceled"] as const

/**
 * Where a withdraw may go from each state. `failed` and `canceled` lead to `paid`, because money
 * that has left has left; that is an issue, too.
 */
const NEXT: Readonly<Record<WithdrawState, readonly WithdrawState[]>> = {
  requires_approval: ["approved", "rejected", "canceled"],
  // `failed`: the wallet or a limit no longer allows it. Nothing was sent.
  approved: ["sending", "failed", "canceled"],
  // Back to `approved` when it certainly never arrived.
  sending: ["approved", "unknown", ...TOLD],
  // Back to `approved` only after the gateway said that it has none.
  unknown: ["approved", ...TOLD],
  pending: ["processing", "paid", "failed", "canceled"],
  processing: ["pending", "paid", "failed", "canceled"],
  paid: [],
  failed: ["paid"],
  canceled: ["paid"],
  rejected: [],
}

/** Whether a withdraw may change from one state to another. */
export function mayBecome(from: WithdrawState, to: WithdrawState): boolean {
  return NEXT[from].includes(to)
}

/** The states from which a withdraw may come to this one. */
export function statesBefore(to: WithdrawState): WithdrawState[] {
  return WITHDRAW_STATES.filter((from) => mayBecome(from, to))
}

export const FINAL_STATES = [
  "paid",
  "failed",
  "canceled",
  "rejected",
] as const satisfies WithdrawState[]

export const isFinal = (state: WithdrawState): boolean =>
  (FINAL_STATES as readonly WithdrawState[]).includes(state)

/** States of withdraws that are over, and no money left, as far as it is known. */
export const UNPAID_STATES = [
  "failed",
  "canceled",
  "rejected",
] as const satisfies WithdrawState[]

export const hasEndedUnpaid = (state: WithdrawState): boolean =>
  (UNPAID_STATES as readonly WithdrawState[]).includes(state)
