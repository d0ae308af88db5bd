import type { Knex } from "@medusajs/framework/mikro-orm/knex"
import { systemClock } from "../../../gateway"
import type { GatewayStateStore } from "../gateway-state/gateway-state-store"
import type { PaymentContext } from "../payments/context"
import { proveByEarlier } from "../payments/ask/prove-by-earlier"
import { judgeBalance } from "./balance-unit"
import { refreshUnfinished } from "./refresh-unfinished"
import {
  listDueLooks,
  listEndedLately,
  listUnfinished,
  type UnfinishedPage,
  type UnfinishedPayment,
} from "./unfinished-queries"
import type {
  ReconciliationStart,
  BookingCursors,
} from "../gateway-state/run-store"

const DAY_MS = 24 * 60 * 60_000

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
  start(seconds: number): Promise<ReconciliationStart | null> {
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

  /** Looks after the account's unit: payments of before may prove it, and a contradicted one ends open bank transfers. */
  async mindUnit(): Promise<void> {
    const context: PaymentContext = { ...this.context, rank: "background" }
    await proveByEarlier(context)
    if ((await context.unit.read()).state === "contradicted") {
      await context.store.requestCancelOfTransfers()
    }
    await judgeBalance(this.db, this.state, context.unit)
  }

  /** Reads how far Medusa's bookings have been compared with the withdraws. */
  bookingCursors(): Promise<BookingCursors> {
    return this.state.bookingCursors()
  }

  setBookingCursors(cursors: BookingCursors): Promise<void> {
    return this.state.setBookingCursors(cursors)
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

  /** Lists payments whose money, or whose further money, was announced and is not there, when a look is due. */
  listDueLooks(limit: number): Promise<UnfinishedPayment[]> {
    return listDueLooks(this.db, limit)
  }

  /** Refreshes payments that are not final, until a time, and yields the ids of those with news. */
  async *refresh(
    payments: UnfinishedPayment[],
    stopAt: number
  ): AsyncGenerator<string, void, undefined> {
    const answered = new Set<string>()
    try {
      yield* refreshUnfinished(
        { ...this.context, rank: "background" },
        payments,
        stopAt,
        answered
      )
    } finally {
      // The others stay due, because the gateway has not said how they stand. But one that it fails on for a day shall not
      // keep the others from their looks.
      const longDue = new Date(systemClock.now() - DAY_MS)
      await this.context.store.looks.advance(
        payments.flatMap(({ id, look_at }) =>
          look_at && (answered.has(id) || look_at < longDue) ? id : []
        )
      )
    }
  }
}
