import type { Knex } from "@medusajs/framework/mikro-orm/knex"
import type { Finding } from "../../../doctor"
import { stateIdOf } from "./state-id"

/** A check of the account. Times are ISO 8601. The findings get their language when somebody reads them. */
export interface AccountCheckRecord {
  id: string
  /** The admin user who asked for it. */
  by: string
  /** Whether it may create a payment. */
  creates: boolean
  started_at: string
  /** Null until it is over. */
  ended_at: string | null
  done: number
  of: number
  findings: readonly Finding[]
}

interface Row {
  account_check: AccountCheckRecord | null
  is_running: boolean
}

const TABLE = "one2pays_gateway_state"

/** The last check of one account, for all instances. Every change is one conditional statement. */
export class AccountCheckStore {
  private readonly id: string

  constructor(
    private readonly db: Knex,
    integration: { baseUrl: string; apiKey: string }
  ) {
    this.id = stateIdOf(integration)
  }

  /** Reads the last check, and whether its process still has the lease. */
  async read(): Promise<Row> {
    const row: unknown = await this.db(TABLE)
      .where({ id: this.id })
      .first(
        "account_check",
        this.db.raw(
          "coalesce(account_check_until > now(), false) as is_running"
        )
      )
    return (
      (row as Row | undefined) ?? { account_check: null, is_running: false }
    )
  }

  /** Leases the check to one process. @returns false while another one runs */
  async begin(record: AccountCheckRecord, seconds: number): Promise<boolean> {
    const columns = {
      account_check: JSON.stringify(record),
      account_check_until: this.db.raw("now() + make_interval(secs => ?)", [
        seconds,
      ]),
    }
    const rows: unknown[] = await this.db(TABLE)
      .insert({ id: this.id, ...columns })
      .onConflict("id")
      .merge({ ...columns, updated_at: this.db.fn.now() })
      .where((free) => {
        void free
          .whereNull(`${TABLE}.account_check_until`)
          .orWhere(`${TABLE}.account_check_until`, "<=", this.db.fn.now())
      })
      .returning("id")
    return rows.length === 1
  }

  /** Writes the progress of the process's own check down; the end gives the lease back. */
  async write(record: AccountCheckRecord): Promise<void> {
    await this.db(TABLE)
      .where({ id: this.id })
      .whereRaw("account_check ->> 'id' = ?", [record.id])
      .update({
        account_check: JSON.stringify(record),
        ...(record.ended_at === null ? {} : { account_check_until: null }),
        updated_at: this.db.fn.now(),
      })
  }
}
