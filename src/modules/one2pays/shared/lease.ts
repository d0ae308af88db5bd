import type { Knex } from "@medusajs/framework/mikro-orm/knex"
import { systemClock } from "../../../gateway"

const RETRY_EVERY_MS = 100

/**
 * Tries to lease until no other process has it, at most so long.
 *
 * @returns null when another process has it still
 */
export async function patiently<Lease>(
  tryToLease: () => Promise<Lease | null>,
  patienceMs: number
): Promise<Lease | null> {
  const deadline = systemClock.now() + patienceMs
  for (;;) {
    const lease = await tryToLease()
    if (lease || systemClock.now() >= deadline) {
      return lease
    }
    await systemClock.sleep(RETRY_EVERY_MS)
  }
}

interface Leasable {
  id: string
  /** The end of the lease. The same moment proves who has the lease. */
  busy_until: Date | null
}

/**
 * Leases of a table's rows, across all instances. A lease lapses by itself, so that a process that dies with one blocks
 * nothing for good. The column is `busy_until`.
 */
export class Leases<Row extends Leasable> {
  constructor(
    private readonly db: Knex,
    private readonly table: string,
    private readonly toRow: (row: unknown) => Row
  ) {}

  /** Narrows a query down to rows that no process has leased. */
  readonly whereFree = (query: Knex.QueryBuilder): void => {
    void query.where((free) =>
      free.whereNull("busy_until").orWhere("busy_until", "<", this.db.fn.now())
    )
  }

  /**
   * The end of a lease that begins now. It is cut to the milliseconds that a `Date` keeps, so that the two compare
   * equal.
   */
  endIn(seconds: number): Knex.Raw {
    return this.db.raw(
      "date_trunc('milliseconds', now() + make_interval(secs => ?))",
      [seconds]
    )
  }

  /** Leases a row. @returns the row as it is now; null while another process has it */
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
   * @param as further values that the row must still have
   * @returns null when another process has it by now, or the row has changed
   */
  async renew(
    { id, busy_until }: Row,
    seconds: number,
    as: Partial<Row>
  ): Promise<Row | null> {
    return this.update(
      this.db(this.table)
        .where({ id, busy_until, ...as })
        .whereNotNull("busy_until"),
      seconds
    )
  }

  /** Gives leases back. A row that another process has leased since stays leased. */
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
    leasable: Knex.QueryBuilder,
    seconds: number
  ): Promise<Row | null> {
    const rows: unknown[] = await leasable
      .update({ busy_until: this.endIn(seconds) })
      .returning("*")
    return rows[0] ? this.toRow(rows[0]) : null
  }
}
