/**
 * The life of a withdraw:
 *
 * ```
 * requires_approval → approved → sending → pending → processing → paid | failed | canceled
 *         ↓                        ↓                                ↓
 *      rejected                 unknown (sent, answer lost)      failed | canceled (the bank sent it back)
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

/** The states that the gateway reports. */
const TOLD = ["pending", "processing", "paid", "failed", "canceled"] as const

/**
 * The states that may follow each state. `failed` and `canceled` lead to `paid`, because money that has left has left.
 * `paid` leads back to them, because a bank may send the money back days later. Each raises an issue, too.
 */
const NEXT: Readonly<Record<WithdrawState, readonly WithdrawState[]>> = {
  requires_approval: ["approved", "rejected", "canceled"],
  // `failed`: the wallet or a limit no longer allows it. Nothing was sent.
  approved: ["sending", "failed", "canceled"],
  // Back to `approved` when the request certainly never arrived.
  sending: ["approved", "unknown", ...TOLD],
  // Back to `approved` only after the gateway said that it has no such withdraw.
  unknown: ["approved", ...TOLD],
  pending: ["processing", "paid", "failed", "canceled"],
  processing: ["pending", "paid", "failed", "canceled"],
  paid: ["failed", "canceled"],
  failed: ["paid"],
  canceled: ["paid"],
  rejected: [],
}

/** Whether a withdraw may change from one state to another. */
export function mayBecome(from: WithdrawState, to: WithdrawState): boolean {
  return NEXT[from].includes(to)
}

/** The states from which a withdraw may change to this one. */
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

/** The states of withdraws that are over without money having left, as far as the plugin knows. */
export const UNPAID_STATES = [
  "failed",
  "canceled",
  "rejected",
] as const satisfies WithdrawState[]

export const hasEndedUnpaid = (state: WithdrawState): boolean =>
  (UNPAID_STATES as readonly WithdrawState[]).includes(state)
