import type { IEventBusModuleService } from "@medusajs/framework/types"
import type { BalanceRecord } from "../gateway-state/gateway-state-store"
import type { Unit } from "../gateway-state/unit"
import type { RowContext } from "../issues/row-context"
import type { Withdraw, WithdrawIssue } from "./withdraw"
import type { WithdrawStore } from "./store/withdraw-store"

/** The tools for the life of a withdraw. */
export interface WithdrawContext extends RowContext<
  WithdrawStore,
  Withdraw,
  WithdrawIssue
> {
  now(): Date
  /** Takes the events of the withdraws' life. A shop may have none. */
  bus: IEventBusModuleService | undefined
  /** No money leaves while the account's unit is not proved. */
  unit: Unit
  /** Reads the wallet's balance. It is at most some seconds old while the gateway answers. */
  balance(): Promise<BalanceRecord>
}

/** The options of a call about a withdraw. */
export const callAbout = (withdraw: Withdraw) => ({
  rank: "payout" as const,
  about: {
    referenceId: withdraw.reference_id,
    idempotencyKey: withdraw.idempotency_key,
  },
})
