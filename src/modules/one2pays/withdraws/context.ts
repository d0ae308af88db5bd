import type { Logger } from "@medusajs/framework/types"
import type { One2PaysClient } from "../../../gateway"
import type { BalanceRecord } from "../gateway-state/gateway-state-store"
import type { ResolvedOptions } from "../config/options"
import type { Withdraw, WithdrawIssue, WithdrawStore } from "./withdraw-store"

/** What the steps of a withdraw's life work with. Made once by the module's service. */
export interface WithdrawContext {
  gateway: One2PaysClient
  store: WithdrawStore
  options: ResolvedOptions
  logger: Logger
  now(): Date
  /** The wallet as it is known, at most some seconds old when the gateway can be asked. */
  balance(): Promise<BalanceRecord>
  /** Seals a beneficiary's account number for the row with this id. */
  sealAccountNumber(number: string, withdrawId: string): string
  /** Opens the account number of a row. It must leave the process for the gateway only. */
  openAccountNumber(withdraw: Withdraw): string
  /** Puts money that does not fit before a person; the first open issue stays. */
  raiseIssue(
    withdrawId: string,
    issue: WithdrawIssue,
    detail: string
  ): Promise<void>
  /** Tells the merchant of a withdraw's issue, once. */
  announce(withdrawId: string): Promise<void>
}

/** How the gateway is called about a withdraw. */
export const callAbout = (withdraw: Withdraw) => ({
  rank: "payout" as const,
  about: {
    referenceId: withdraw.reference_id,
    idempotencyKey: withdraw.idempotency_key,
  },
})
