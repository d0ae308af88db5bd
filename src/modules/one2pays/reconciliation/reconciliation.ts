import type { Knex } from "@medusajs/framework/mikro-orm/knex"
import type { GatewayStateStore } from "../gateway-state/gateway-state-store"
import type { PaymentContext } from "../payments/context"
import { refreshUnfinished } from "./refresh-unfinished"
import {
  listEndedLately,
  listUnfinished,
  type UnfinishedPage,
  type UnfinishedPayment,
} from "./unfinished-queries"

/** Refreshes all payments that are not final, so that every order comes right without a webhook. */
export class Reconciliation {
  constructor(
    private readonly context: PaymentContext,
    private readonly db: Knex,
    private readonly state: GatewayStateStore
  ) {}

  /**
   * Leases the reconciliation: one instance reconciles at a time.
   *
   * @returns where it goes on; null while another instance reconciles
   */
  start(seconds: number): Promise<{ cursor: string | null } | null> {
    return this.state.acquireReconciliation(seconds)
  }

  /**
   * Gives the lease back.
   *
   * @param cursor where the next run goes on; null after the last page
   */
  finish(cursor: string | null): Promise<void> {
    return this.state.releaseReconciliation(cursor)
  }

  /** Lists the payments that are not final, newest first, a page at a time. */
  listUnfinished(
    cursor: string | null,
    limit: number
  ): Promise<UnfinishedPage> {
    return listUnfinished(this.db, cursor, limit)
  }

  /** Lists payments that ended without money a short while ago, newest first. */
  listEndedLately(limit: number): Promise<UnfinishedPayment[]> {
    return listEndedLately(this.db, limit)
  }

  /** Refreshes payments that are not final, until a time, and yields the ids of those with news. */
  refresh(
    payments: UnfinishedPayment[],
    stopAt: number
  ): AsyncGenerator<string, void, undefined> {
    return refreshUnfinished(
      { ...this.context, rank: "background" },
      payments,
      stopAt
    )
  }
}
