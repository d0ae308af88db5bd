import type { Logger } from "@medusajs/framework/types"
import type { CallOptions, CallRank, One2PaysClient } from "../../../gateway"
import type { ResolvedOptions } from "../config/options"
import type { Payment, PaymentIssue, PaymentStore } from "./payment-store"
import { namesOf } from "../shared/reference"

/** What the steps of a payment's life work with. Made once by the module's service. */
export interface PaymentContext {
  gateway: One2PaysClient
  /** Who waits for the calls. */
  rank: CallRank
  store: PaymentStore
  options: ResolvedOptions
  logger: Logger
  /** Puts money that does not fit before a person; the first open issue of an attempt stays. */
  raiseIssue(
    paymentId: string,
    issue: PaymentIssue,
    detail: string
  ): Promise<void>
  /** Tells the merchant of an attempt's issue, once. */
  announce(paymentId: string): Promise<void>
  /** Seals a payer's account number for the row with this id. */
  sealAccountNumber(number: string, paymentId: string): string
  /** Opens the account number of a row. It must leave the process for the gateway only. */
  openAccountNumber(payment: Payment): string
}

/** How the gateway is called about an attempt. */
export const callAbout = (
  { rank }: Pick<PaymentContext, "rank">,
  payment: Payment
): CallOptions => ({ rank, about: namesOf(payment) })
