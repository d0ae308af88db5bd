import type { Knex } from "@medusajs/framework/mikro-orm/knex"
import type { Logger } from "@medusajs/framework/types"
import type { ResolvedOptions } from "../config/options"
import type { Unit } from "../gateway-state/unit"
import { SealError, type Seal } from "../shared/seal"
import type { Payer } from "./payer"
import { SavedPayerStore } from "./saved-payer-store"
import {
  openForCollection,
  sealSessionData,
  type SealedSessionData,
} from "./seal-session-data"

/** Thirteen months: a customer who buys once a year still finds their account. */
const SAVED_KEPT_DAYS = 400

/** Customers' bank accounts: those of one checkout, and those that customers have saved. */
export class Payers extends SavedPayerStore {
  constructor(
    db: Knex,
    seal: Seal,
    private readonly options: ResolvedOptions,
    private readonly unit: Unit,
    private readonly logger: Logger
  ) {
    super(db, seal)
  }

  /** See `sealSessionData` in `seal-session-data`. */
  sealSessionData(
    data: Record<string, unknown> | undefined,
    paymentCollectionId: string,
    customerId?: string
  ): Promise<SealedSessionData> {
    return sealSessionData(
      {
        seal: this.seal,
        options: this.options,
        unit: this.unit,
        openSaved: (customer, id) => this.openSaved(customer, id),
      },
      data,
      paymentCollectionId,
      customerId
    )
  }

  /** Opens an account number that `sealSessionData` sealed. @throws SealError */
  openForCollection(sealed: string, paymentCollectionId: string): string {
    return openForCollection(this.seal, sealed, paymentCollectionId)
  }

  /** Deletes accounts that no customer has used for long. @returns how many */
  pruneUnused(limit: number): Promise<number> {
    return this.prune(SAVED_KEPT_DAYS, limit)
  }

  /** @returns null also for an account whose key is gone: the customer can type it, and the log tells the merchant */
  private async openSaved(
    customerId: string,
    id: string
  ): Promise<Payer | null> {
    try {
      return await this.use(customerId, id)
    } catch (error) {
      if (!(error instanceof SealError)) {
        throw error
      }
      this.logger.error(
        `[one2pays] the saved account ${id} could not be used. ${error.message}`
      )
      return null
    }
  }
}
