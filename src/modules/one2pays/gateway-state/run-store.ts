import type { Knex } from "@medusajs/framework/mikro-orm/knex"

/** The last of Medusa's bookings that were compared. Null before the first ones. */
export interface BookingCursors {
  transactions_cursor: string | null
  refunds_cursor: string | null
}

/** The progress of the reconciliation, which refreshes all unfinished payments every minute. */
export interface ReconciliationRecord {
  last_at: Date | null
  is_running: boolean
  /** Whether the last run ended so long ago that no process seems to run jobs. */
  is_late: boolean
}

/** Where a run of the reconciliation goes on. */
export interface ReconciliationStart {
  cursor: string | null
  /** When the last run ended. */
  last_at: Date | null
}

const TABLE = "one2pays_gateway_state"

/** The reconciliation runs every minute for up to 45 seconds. The lease of a killed run lapses after 90. */
const LATE_SECONDS = 300

/** How far the jobs of all instances have come: the reconciliation, and the comparison of Medusa's bookings. */
export class RunStore {
  constructor(
    protected readonly db: Knex,
    /** Of the integration's row. */
    protected readonly id: string
  ) {}

  /**
   * Leases the reconciliation to one instance.
   *
   * @returns where it goes on, and when the last run ended; null while another instance has the lease
   */
  async acquireReconciliation(
    seconds: number
  ): Promise<ReconciliationStart | null> {
    const rows: unknown[] = await this.db(TABLE)
      .insert({
        id: this.id,
        reconcile_until: this.db.raw("now() + make_interval(secs => ?)", [
          seconds,
        ]),
      })
      .onConflict("id")
      .merge(["reconcile_until"])
      .where((query) => {
        void query
          .whereNull(`${TABLE}.reconcile_until`)
          .orWhere(`${TABLE}.reconcile_until`, "<", this.db.fn.now())
      })
      .returning(["reconcile_cursor as cursor", "reconciled_at as last_at"])
    const [row] = rows as ReconciliationStart[]
    return row ?? null
  }

  /**
   * Gives the lease back.
   *
   * @param cursor where the next run goes on; null when this run has refreshed every payment
   */
  async releaseReconciliation(cursor: string | null): Promise<void> {
    await this.db(TABLE).where({ id: this.id }).update({
      reconcile_until: null,
      reconcile_cursor: cursor,
      reconciled_at: this.db.fn.now(),
      updated_at: this.db.fn.now(),
    })
  }

  /** Reads how far Medusa's bookings have been compared. */
  async bookingCursors(): Promise<BookingCursors> {
    const row: unknown = await this.db(TABLE)
      .where({ id: this.id })
      .first("transactions_cursor", "refunds_cursor")
    return (
      (row as BookingCursors | undefined) ?? {
        transactions_cursor: null,
        refunds_cursor: null,
      }
    )
  }

  async setBookingCursors({
    transactions_cursor,
    refunds_cursor,
  }: BookingCursors): Promise<void> {
    await this.db(TABLE)
      .insert({ id: this.id, transactions_cursor, refunds_cursor })
      .onConflict("id")
      .merge(["transactions_cursor", "refunds_cursor"])
  }

  /** Reads the progress by the database's clock, which all instances share. */
  async reconciliation(): Promise<ReconciliationRecord> {
    const row: unknown = await this.db(TABLE)
      .where({ id: this.id })
      .first(
        "reconciled_at as last_at",
        this.db.raw("coalesce(reconcile_until > now(), false) as is_running"),
        this.db.raw(
          "coalesce(reconciled_at < now() - make_interval(secs => ?), false) as is_late",
          [LATE_SECONDS]
        )
      )
    return (
      (row as ReconciliationRecord | undefined) ?? {
        last_at: null,
        is_running: false,
        is_late: false,
      }
    )
  }
}
