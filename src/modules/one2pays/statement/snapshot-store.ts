import type { Knex } from "@medusajs/framework/mikro-orm/knex"
import type { GatewayBalance } from "../../../gateway"

const TABLE = "one2pays_wallet_snapshot"

/** Writes of the balance at the beginning of each day. A day has one, whichever instance asked for it. */
export class SnapshotStore {
  constructor(private readonly db: Knex) {}

  async has(day: string): Promise<boolean> {
    const row: unknown = await this.db(TABLE)
      .where({ day })
      .whereNotNull("taken_at")
      .first("day")
    return row !== undefined
  }

  /**
   * Claims the balance of a day for one process of all instances.
   *
   * @returns the end of the lease, which proves it; null for the others, and once the day has a balance
   */
  async claim(day: string, seconds: number): Promise<Date | null> {
    const rows: unknown[] = await this.db(TABLE)
      .insert({
        day,
        busy_until: this.db.raw(
          "date_trunc('milliseconds', now() + make_interval(secs => ?))",
          [seconds]
        ),
      })
      .onConflict("day")
      .merge(["busy_until"])
      .whereNull(`${TABLE}.taken_at`)
      .where(`${TABLE}.busy_until`, "<", this.db.fn.now())
      .returning("busy_until")
    const [row] = rows as { busy_until: Date }[]
    return row?.busy_until ?? null
  }

  /** Writes down the balance that the process of a lease has read. */
  async record(
    { day, busy_until }: { day: string; busy_until: Date },
    { walletBalance, settlementBalance }: GatewayBalance,
    taken_at: Date
  ): Promise<void> {
    await this.db(TABLE)
      .where({ day, busy_until })
      .whereNull("taken_at")
      .update({
        wallet: walletBalance,
        settlement: settlementBalance,
        taken_at,
        updated_at: this.db.fn.now(),
      })
  }
}
