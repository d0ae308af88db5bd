import type { Knex } from "@medusajs/framework/mikro-orm/knex"

interface Leasable {
  id: string
  /** The lease runs until then; the moment is also the proof of who holds it. */
  busy_until: Date | null
}

/**
 * Leases of a table's rows, across all instances. A lease lapses by itself, so that a process that dies with one
 * holds nothing up for good. The column is `busy_until`.
 */
export class Leases<Row extends Leasable> {
  constructor(
    private readonly db: Knex,
    private readonly table: string,
    private readonly toRow: (row: unknown) => Row
  ) {}

  /** Narrows a query down to rows that nobody has leased. */
  readonly whereFree = (query: Knex.QueryBuilder): void => {
    void query.where((free) =>
      free.whereNull("busy_until").orWhere("busy_until", "<", this.db.fn.now())
    )
  }

  /** The end of a lease that begins now; cut to what a `Date` can say, so that it can be compared with one. */
  endIn(seconds: number): Knex.Raw {
    return this.db.raw(
      "date_trunc('milliseconds', now() + make_interval(secs => ?))",
      [seconds]
    )
  }

  /** Leases a row. @returns the row as it is now; null while somebody else has it */
  async acquire(id: string, seconds: number): Promise<Row | null> {
    return this.update(
      this.db(this.table).where({ id }).where(this.whereFree),
      seconds
    )
  }

  /**
   * Leases up to so many free rows that a query finds.
   *
   * @param find narrows the rows down
   */
  async acquireSome(
    find: (query: Knex.QueryBuilder) => void,
    limit: number,
    seconds: number
  ): Promise<Row[]> {
    const rows: unknown[] = await this.db(this.table)
      .whereIn("id", (free) => {
        void free.select("id").from(this.table)
        find(free)
        this.whereFree(free)
        void free
          .orderBy([
            { column: "busy_until", order: "asc", nulls: "first" },
            { column: "created_at", order: "asc" },
          ])
          .limit(limit)
          .forUpdate()
          .skipLocked()
      })
      .update({ busy_until: this.endIn(seconds) })
      .returning("*")
    return rows.map(this.toRow)
  }

  /**
   * Prolongs a lease.
   *
   * @param as what the row must still be beside
   * @returns null when somebody else has it by now, or it has changed
   */
  async renew(
    { id, busy_until }: Row,
    seconds: number,
    as: Partial<Row> = {}
  ): Promise<Row | null> {
    return this.update(
      this.db(this.table)
        .where({ id, busy_until, ...as })
        .whereNotNull("busy_until"),
      seconds
    )
  }

  /** Gives leases back, of those rows that are still held as they were acquired. */
  async release(rows: readonly Leasable[]): Promise<void> {
    const moments = new Map<number, string[]>()
    for (const { id, busy_until } of rows) {
      if (busy_until) {
        const ids = moments.get(busy_until.getTime()) ?? []
        ids.push(id)
        moments.set(busy_until.getTime(), ids)
      }
    }
    for (const [moment, ids] of moments) {
      await this.db(this.table)
        .whereIn("id", ids)
        .where({ busy_until: new Date(moment) })
        .update({ busy_until: null })
    }
  }

  private async update(
    held: Knex.QueryBuilder,
    seconds: number
  ): Promise<Row | null> {
    const rows: unknown[] = await held
      .update({ busy_until: this.endIn(seconds) })
      .returning("*")
    return rows[0] ? this.toRow(rows[0]) : null
  }
}
