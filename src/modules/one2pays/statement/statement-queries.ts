import type { Knex } from "@medusajs/framework/mikro-orm/knex"
import { roundThb } from "../../../gateway"
import type { MovementKind } from "../ledger/movement"
import { SHOP_ZONE } from "../shared/shop-zone"

/** The ways of money on a statement. What came fits an order once the order has taken it. */
export type StatementKind =
  Exclude<MovementKind, "received" | "further"> | "payment" | "unmatched"

/** The balance at the beginning of a day. Amounts are THB in major units. */
export interface Snapshot {
  day: string
  wallet: string
  settlement: string
  taken_at: Date
}

/** The THB of one kind that moved on one day, between two snapshots. */
export interface Flow {
  day: string
  /** How many of the given snapshots were taken before it moved. */
  after: number
  kind: StatementKind
  amount: string
  count: number
}

/** Money that moved, for a list. `amount` is THB in major units, below zero where money left. */
export interface Movement {
  id: string
  moved_at: Date
  kind: StatementKind
  amount: string
  reference_id: string | null
  gateway_id: string | null
  order_id: string | null
}

/** The moments from which on, and before which, money moved. */
export interface Period {
  from: Date
  to: Date
}

const TABLE = "one2pays_movement"
const SNAPSHOTS = "one2pays_wallet_snapshot"
const STREAMED_AT_ONCE = 1000

/** Only the first money of a payment can be its order's. */
const KIND = `case when kind = 'received' and exists (
                select from one2pays_payment payment where payment.id = payment_id and payment.settled_at is not null
              ) then 'payment' when kind in ('received', 'further') then 'unmatched' else kind end`

const SIGNED =
  "case when kind in ('refund', 'payout', 'pay_back') then -amount else amount end"

/** Reads of the ledger and of the balances. */
export class StatementQueries {
  constructor(private readonly db: Knex) {}

  /** Lists the balances of days, and the last one before them, the oldest first. */
  async snapshots(from: string, to: string): Promise<Snapshot[]> {
    return this.db<Snapshot>(SNAPSHOTS)
      .whereNotNull("taken_at")
      .where("day", "<=", to)
      .where(
        "day",
        ">=",
        this.db.raw(
          `coalesce((select max(day) from ${SNAPSHOTS} where day <= ? and taken_at is not null), ?)`,
          [from, from]
        )
      )
      .orderBy("day")
      .select("day", "wallet", "settlement", "taken_at")
  }

  /**
   * Sums what moved in a period by day and kind.
   *
   * @param snapshots moments that divide the sums further, the earliest first; what moved at such a moment was before it
   */
  async flows({ from, to }: Period, snapshots: Date[]): Promise<Flow[]> {
    const { rows } = await this.db.raw<{ rows: Flow[] }>(
      `select to_char((moved_at at time zone :zone)::date, 'YYYY-MM-DD') as day,
              width_bucket(moved_at, array(
                select moment + interval '1 microsecond' from unnest(:snapshots::timestamptz[]) moment order by 1
              ))::int as after,
              ${KIND} as kind, sum(amount)::text as amount, count(*)::int as count
         from ${TABLE}
        where moved_at >= :from and moved_at < :to and deleted_at is null
        group by 1, 2, 3`,
      { zone: SHOP_ZONE, snapshots, from, to }
    )
    return rows
  }

  /** Sums the THB that the gateway held for withdraws at a moment. */
  async inFlight(at: Date): Promise<string> {
    const rows = await this.db(TABLE)
      .whereIn("kind", ["held", "released"])
      .where("moved_at", "<", at)
      .whereNull("deleted_at")
      .select<{ amount: string }[]>(
        this.db.raw(
          "coalesce(sum(case kind when 'held' then amount else -amount end), 0)::text as amount"
        )
      )
    return rows[0]?.amount ?? "0"
  }

  /** Reads a page of what came and left in a period, the oldest first, and counts it all. */
  async list(
    period: Period,
    { limit, offset }: { limit: number; offset: number }
  ): Promise<{ movements: Movement[]; count: number }> {
    const [rows, counts] = await Promise.all([
      this.moved(period).limit(limit).offset(offset) as Promise<Movement[]>,
      this.within(period).count<{ count: string }[]>({ count: "*" }),
    ])
    return {
      movements: rows.map(rounded),
      count: Number(counts[0]?.count ?? 0),
    }
  }

  /** Streams all that came and left in a period, the oldest first. Memory stays flat, however much it is. */
  async *stream(period: Period): AsyncGenerator<Movement[], void, undefined> {
    let last: Movement | undefined
    for (;;) {
      const page = this.moved(period).limit(STREAMED_AT_ONCE)
      if (last) {
        // The driver's dates have no microseconds: the row itself says where it stands. Behind one subquery for both
        // columns the planner would not see that the index begins there.
        void page.whereRaw(
          `(moved_at, id) > ((select moved_at from ${TABLE} where id = ?), ?)`,
          [last.id, last.id]
        )
      }
      const rows = (await page) as Movement[]
      yield rows.map(rounded)
      last = rows.at(-1)
      if (rows.length < STREAMED_AT_ONCE) {
        return
      }
    }
  }

  private moved(period: Period) {
    return this.within(period)
      .orderBy(["moved_at", "id"])
      .select(
        ...["id", "moved_at", "reference_id", "gateway_id", "order_id"],
        this.db.raw(`${KIND} as kind, (${SIGNED})::text as amount`)
      )
  }

  /** What is held is on its way, and has neither come nor left. */
  private within({ from, to }: Period) {
    return this.db(TABLE)
      .where("moved_at", ">=", from)
      .where("moved_at", "<", to)
      .whereNotIn("kind", ["held", "released"])
      .whereNull("deleted_at")
  }
}

const rounded = (movement: Movement): Movement => ({
  ...movement,
  amount: roundThb(movement.amount),
})
