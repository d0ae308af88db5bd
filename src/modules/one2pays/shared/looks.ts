import type { Knex } from "@medusajs/framework/mikro-orm/knex"

/**
 * The pauses between two looks in minutes: soon after the news, then for a week. The gateway's own records may lag
 * behind its webhooks, and nobody knows how long.
 */
const PAUSES = [1, 5, 30, 120, 360, ...Array<number>(7).fill(24 * 60)]

/** The pauses in minutes after a payout was paid. Banks send money back within days. */
export const RETURN_PAUSES = [60, 24 * 60, 48 * 60, 96 * 60, 168 * 60]

/**
 * The schedule of rows that the gateway is asked about again: whose good news its own answer does not confirm yet, or
 * whose money may come back. It stands in the rows themselves (`look_at`, `look_step`), so that any instance goes on
 * with it. It ends when the money is there, or after the last look.
 */
export class Looks {
  constructor(
    private readonly db: Knex,
    private readonly table: string,
    /** The state in which the money is there. */
    private readonly done: string,
    private readonly pauses: readonly number[] = PAUSES
  ) {}

  /**
   * Begins the schedule. One that has begun goes on: news that is told again and again brings no look forward.
   *
   * @param more whether more money was announced than what is there
   */
  async begin(id: string, { more = false } = {}): Promise<void> {
    const row = this.db(this.table).where({ id }).whereNull("look_at")
    await (more ? row : row.whereNot({ state: this.done })).update(
      this.after("0")
    )
  }

  /** The columns of a row whose schedule begins with the statement that writes them. */
  readonly first = () => this.after("0")

  /** Begins the schedule anew, in a minute. */
  async restart(id: string): Promise<void> {
    await this.db(this.table)
      .where({ id })
      .update({
        look_at: this.db.raw("now() + interval '1 minute'"),
        look_step: 0,
      })
  }

  /** Ends the schedule. */
  async end(id: string): Promise<void> {
    await this.db(this.table).where({ id }).update(NO_LOOK)
  }

  /** Narrows a query down to rows that are due. The statement that writes that the money is there ends the schedule. */
  readonly whereDue = (query: Knex.QueryBuilder): void => {
    void query.where("look_at", "<=", this.db.fn.now())
  }

  /** Moves the rows that the gateway answered about on to their next look, or ends their schedule. */
  async advance(ids: readonly string[]): Promise<void> {
    if (ids.length > 0) {
      await this.db(this.table)
        .whereIn("id", ids)
        .where(this.whereDue)
        .update(this.after("look_step"))
    }
  }

  /** The columns after so many looks. Beyond the last pause, PostgreSQL's array gives null, which ends the schedule. */
  private after(looks: "0" | "look_step") {
    return {
      look_at: this.db.raw(
        `now() + (array[${this.pauses.join(", ")}])[${looks} + 1] * interval '1 minute'`
      ),
      look_step: this.db.raw(`${looks} + 1`),
    }
  }
}

/** The columns of a row whose money is there. */
export const NO_LOOK = { look_at: null, look_step: 0 }
