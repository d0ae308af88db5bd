import type { Logger } from "@medusajs/framework/types"
import type { CallOptions, CallRank, One2PaysClient } from "../../gateway"
import type { ResolvedOptions } from "./options"
import type { Attempt, PaymentStore } from "./payment-store"
import { namesOf } from "./reference"

/** What the steps of a payment's life work with. Made once by the module's service. */
export interface PaymentContext {
  gateway: One2PaysClient
  /** Who waits for the calls. */
  rank: CallRank
  store: PaymentStore
  options: ResolvedOptions
  logger: Logger
  /** Seals a payer's account number for the row with this id. */
  sealAccountNumber(number: string, attemptId: string): string
  /** Opens the account number of a row. It must leave the process for the gateway only. */
  openAccountNumber(attempt: Attempt): string
}

/** How the gateway is called about an attempt. */
export const callAbout = (
  { rank }: Pick<PaymentContext, "rank">,
  attempt: Attempt
): CallOptions => ({ rank, about: namesOf(attempt) })
