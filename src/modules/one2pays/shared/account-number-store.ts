import type { Knex } from "@medusajs/framework/mikro-orm/knex"
import type { Leases } from "./lease"
import { ERASED } from "./seal"

interface Row {
  id: string
  busy_until: Date | null
}

/** The rows whose numbers a request concerned: those that were erased, and those that still need theirs. */
export interface ErasedRows<Kept> {
  erased: Kept[]
  kept: Kept[]
}

/**
 * Erases the account numbers of a table's rows, once no money can need them any more. The name, the bank and the last
 * four digits stay for the books. A row that is under way, has an open issue or waits for announced money keeps its
 * number, however old it is.
 */
export class AccountNumberStore<Kept extends Row> {
  constructor(
    private readonly db: Knex,
    private readonly kind: {
      table: string
      /** The column of the sealed number. */
      column: string
      /** Columns that tell equal numbers. They go with the number. */
      names?: string[]
      /** The condition in SQL of a row that has ended, as the index has it. */
      ended: string
      /** The condition in SQL of a row whose announced money is still awaited. */
      awaits: string
      toRow: (row: unknown) => Kept
      leases: Leases<Kept>
    }
  ) {}

  /** Erases numbers of rows that nothing has changed for so many days. @returns how many */
  eraseOld(days: number, limit: number): Promise<number> {
    const { table } = this.kind
    return this.db(table)
      .whereIn("id", (old) => {
        void old.select("id").from(table)
        this.whereUnneeded(old)
        void old
          .where(
            "updated_at",
            "<",
            this.db.raw("now() - make_interval(days => ?)", [days])
          )
          .limit(limit)
          .forUpdate()
          .skipLocked()
      })
      .update(this.erasure)
  }

  /** Erases the numbers of the rows that a query finds. */
  async erase(
    find: (query: Knex.QueryBuilder) => void
  ): Promise<ErasedRows<Kept>> {
    const { table, toRow } = this.kind
    const erasable = this.db(table)
    find(erasable)
    this.whereUnneeded(erasable)
    const erased: unknown[] = await erasable.update(this.erasure).returning("*")
    const rest = this.db(table)
    find(rest)
    this.whereNumbered(rest)
    const kept: unknown[] = await rest.select("*")
    return { erased: erased.map(toRow), kept: kept.map(toRow) }
  }

  private get erasure(): Record<string, string | null> {
    const { column, names = [] } = this.kind
    return {
      [column]: ERASED,
      ...Object.fromEntries(names.map((name) => [name, null])),
    }
  }

  private whereNumbered(query: Knex.QueryBuilder): void {
    void query.whereNull("deleted_at").whereRaw(`${this.kind.column} <> ''`)
  }

  private whereUnneeded(query: Knex.QueryBuilder): void {
    this.whereNumbered(query)
    void query
      .whereRaw(this.kind.ended)
      .whereRaw(`not (${this.kind.awaits})`)
      .where((settled) =>
        settled.whereNull("issue").orWhereNotNull("resolved_at")
      )
      .where(this.kind.leases.whereFree)
  }
}
