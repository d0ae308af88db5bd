import type { BalanceRecord } from "../gateway-state/gateway-state-store"
import type { RowContext } from "../issues/row-context"
import type { Withdraw, WithdrawIssue } from "./withdraw"
import type { WithdrawStore } from "./withdraw-store"

/** The tools for the life of a withdraw. */
export interface WithdrawContext extends RowContext<
  WithdrawStore,
  Withdraw,
  WithdrawIssue
> {
  now(): Date
  /** The wallet as it is known, at most some seconds old when the gateway can be asked. */
  balance(): Promise<BalanceRecord>
}

/** How the gateway is called about a withdraw. */
export const callAbout = (withdraw: Withdraw) => ({
  rank: "payout" as const,
  about: {
    referenceId: withdraw.reference_id,
    idempotencyKey: withdraw.idempotency_key,
  },
})
