import type { Knex } from "@medusajs/framework/mikro-orm/knex"
import type { Logger } from "@medusajs/framework/types"
import type { Clock } from "../../../../gateway"
import { logFailure } from "../../errors/log-failure"
import { publicError } from "../../errors/public-error"

/** A turn that a process has. */
export interface OrderTurn {
  order_id: string
  busy_until: Date
}

const TABLE = "one2pays_order_turn"

/** Longer than core takes for a payment session, so that no turn ends under its holder. */
const TURN_SECONDS = 60
const RETRY_EVERY_MS = 100

/**
 * Lets one process at a time choose the payment of an order, across all instances. Core deletes the sessions that it has
 * read while it creates the new one. Of several at once, each would delete what another one has just shown. A turn ends by
 * itself, so that a process that dies in it blocks nothing for good.
 */
export class OrderTurns {
  constructor(
    private readonly db: Knex,
    private readonly clock: Clock,
    private readonly logger: Logger
  ) {}

  /**
   * Takes the turn.
   *
   * @param patienceMs how long to wait for another process
   * @throws MedusaError `one2pays_busy` when another process still has it then
   */
  async take(orderId: string, patienceMs: number): Promise<OrderTurn> {
    const deadline = this.clock.now() + patienceMs
    for (;;) {
      const turn = await this.tryTake(orderId)
      if (turn) {
        return turn
      }
      if (this.clock.now() >= deadline) {
        throw publicError("one2pays_busy")
      }
      await this.clock.sleep(RETRY_EVERY_MS)
    }
  }

  /**
   * Ends a turn. One that has ended by itself may be another process's. It never throws: what was done in the turn stays
   * done, and the turn ends by itself.
   */
  async end({ order_id, busy_until }: OrderTurn): Promise<void> {
    try {
      await this.db(TABLE).where({ id: order_id, busy_until }).delete()
    } catch (error) {
      logFailure(
        this.logger,
        `the turn of order ${order_id} could not be ended`,
        error
      )
    }
  }

  /** Does something in a turn. @throws MedusaError `one2pays_busy` when another process has it for so long */
  async during<Result>(
    orderId: string,
    patienceMs: number,
    act: () => Promise<Result>
  ): Promise<Result> {
    return this.act(await this.take(orderId, patienceMs), act)
  }

  /** Does something in a turn, if no other process has it now. @returns undefined when one has it */
  async ifFree<Result>(
    orderId: string,
    act: () => Promise<Result>
  ): Promise<Result | undefined> {
    const turn = await this.tryTake(orderId)
    return turn ? this.act(turn, act) : undefined
  }

  /** Deletes the turns of processes that died. */
  prune(limit: number): Promise<number> {
    return this.db(TABLE)
      .whereIn("id", (lapsed) => {
        void lapsed
          .select("id")
          .from(TABLE)
          .where("busy_until", "<", this.db.fn.now())
          .limit(limit)
      })
      .where("busy_until", "<", this.db.fn.now())
      .delete()
  }

  private async act<Result>(
    turn: OrderTurn,
    act: () => Promise<Result>
  ): Promise<Result> {
    try {
      return await act()
    } finally {
      await this.end(turn)
    }
  }

  private async tryTake(orderId: string): Promise<OrderTurn | null> {
    const rows: { busy_until: Date }[] = await this.db(TABLE)
      .insert({
        id: orderId,
        busy_until: this.db.raw(
          "date_trunc('milliseconds', now() + make_interval(secs => ?))",
          [TURN_SECONDS]
        ),
      })
      .onConflict("id")
      .merge(["busy_until"])
      .where(`${TABLE}.busy_until`, "<", this.db.fn.now())
      .returning("busy_until")
    return rows[0]
      ? { order_id: orderId, busy_until: rows[0].busy_until }
      : null
  }
}
