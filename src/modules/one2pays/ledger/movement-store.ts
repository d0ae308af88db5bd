import { generateEntityId } from "@medusajs/framework/utils"
import type { Knex } from "@medusajs/framework/mikro-orm/knex"
import type { KindOut, Moved, MovementKind } from "./movement"

/** The row that a movement belongs to. */
interface Source {
  id: string
  reference_id: string | null
  gateway_id: string | null
  order_id: string | null
}

interface Written {
  kind: MovementKind
  key: string
  moved_at: Date | null
}

/** What a withdraw did at the gateway, by one line of its trail. */
export interface WithdrawMoves {
  /** Id of that line. */
  event: string
  /** Set where the gateway took it from the available balance. */
  held: Moved | null
  /** Whether it has ended, so that it is held no more. */
  is_released: boolean
  /** How it left, or that it came back. */
  kind: KindOut | "returned" | null
  moved: Moved
}

const TABLE = "one2pays_movement"

/**
 * Writes of the ledger. They belong into the transaction that records the state: a state without its movement would be an
 * unexplained difference for good. Nothing is written twice, and nothing is changed.
 */
export class MovementStore {
  constructor(private readonly db: Knex) {}

  /**
   * Writes down what came for a payment beyond the money that the ledger has of it.
   *
   * @param total THB that the gateway shows for the payment in all
   */
  async noteReceived(
    payment: Source,
    { amount: total, at }: Moved
  ): Promise<void> {
    await this.add(
      "payment_id",
      payment,
      {
        kind: "received",
        key: `received:${payment.gateway_id ?? payment.id}:${total}`,
        moved_at: at,
      },
      `select case when count(*) = 0 then 'received' else 'further' end as kind, :total::numeric - coalesce(sum(amount), 0) as amount
         from ${TABLE} where payment_id = :id`,
      { total }
    )
  }

  /** Writes down what a withdraw did at the gateway. It releases what it held, whatever the gateway calls its amount by now. */
  async noteWithdraw(
    withdraw: Source,
    { event, held, is_released, kind, moved }: WithdrawMoves
  ): Promise<void> {
    const sum = "select :kind as kind, :amount::numeric as amount"
    const write = (kind: MovementKind, { amount, at }: Moved, what = sum) =>
      this.add(
        "withdraw_id",
        withdraw,
        { kind, key: `${event}:${kind}`, moved_at: at },
        what,
        { amount }
      )
    if (held) {
      await write("held", held)
    }
    if (is_released) {
      await write(
        "released",
        moved,
        `select :kind as kind, coalesce(sum(case kind when 'held' then amount else -amount end), 0) as amount
           from ${TABLE} where withdraw_id = :id and kind in ('held', 'released')`
      )
    }
    if (kind) {
      await write(kind, moved)
    }
  }

  /** @param what the kind and the amount in SQL; nothing is written of no money */
  private async add(
    owner: "payment_id" | "withdraw_id",
    source: Source,
    written: Written,
    what: string,
    values: Record<string, string>
  ): Promise<void> {
    await this.db.raw(
      `insert into ${TABLE} (id, kind, amount, raw_amount, moved_at, reference_id, gateway_id, order_id, ${owner}, key)
       select :new_id, kind, amount, jsonb_build_object('value', amount::text, 'precision', 20), coalesce(:moved_at::timestamptz, now()),
              :reference_id, :gateway_id, :order_id, :id, :key
         from (${what}) moved
        where amount > 0
       on conflict do nothing`,
      {
        ...source,
        ...written,
        ...values,
        new_id: generateEntityId(undefined, "o2pmv"),
      }
    )
  }
}
