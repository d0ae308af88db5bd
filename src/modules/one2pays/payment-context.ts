import type { Logger } from "@medusajs/framework/types"
import type { One2PaysClient } from "../../gateway"
import type { ResolvedOptions } from "./options"
import type { Attempt, PaymentStore } from "./payment-store"

/** What the steps of a payment's life work with. Made once by the module's service. */
export interface PaymentContext {
  gateway: One2PaysClient
  store: PaymentStore
  options: ResolvedOptions
  logger: Logger
  /** Seals a payer's account number for the row with this id. */
  sealAccountNumber(number: string, attemptId: string): string
  /** Opens the account number of a row. It must leave the process for the gateway only. */
  openAccountNumber(attempt: Attempt): string
}
