import type { Knex } from "@medusajs/framework/mikro-orm/knex"
import { MathBN } from "@medusajs/framework/utils"
import { WITHDRAW_STATES, type WithdrawState } from "../../withdraw-rules/state"
import { toWithdraw, type Withdraw } from "../withdraw"

/** Somebody who may approve what others asked for. */
export interface Approver {
  /** See `Person`. */
  chain: string[]
  /** Ids of withdraws that are their own, though the rows do not say so. */
  own: string[]
}

/** A count of withdraws, and the THB of all of them. */
export interface Total {
  count: number
  amount: string
}

/** The ids of what stands before and behind something. */
export interface Neighbors {
  previous: string | null
  next: string | null
}

const TABLE = "one2pays_withdraw"

/** The columns of a `Total`. */
export const TOTAL = "count(*) as count, coalesce(sum(amount), 0) as amount"

interface TotalRow {
  count: string
  amount: string
}

export const toTotal = (row: TotalRow | undefined): Total => ({
  count: Number(row?.count ?? 0),
  amount: MathBN.convert(row?.amount ?? 0).toFixed(2),
})

/**
 * Narrows a query down to the withdraws that somebody may approve: those that wait, and were asked for by somebody else.
 * It is the rule of `isSamePerson`.
 */
export function whereApprovable(
  query: Knex.QueryBuilder,
  { chain, own }: Approver
): void {
  void query
    .where({ state: "requires_approval" })
    .whereNotIn("id", own)
    .whereRaw(
      "(requested_by_chain is null or not jsonb_exists_any(requested_by_chain, ?::text[]))",
      [chain]
    )
}

/** What a person has to know who approves withdraws. Amounts are THB in major units. */
export class ApprovalQueries {
  constructor(private readonly db: Knex) {}

  private get rows() {
    return this.db(TABLE).whereNull("deleted_at")
  }

  private approvable(by: Approver) {
    const found = this.rows
    whereApprovable(found, by)
    return found
  }

  /** Lists withdraws that wait, and behind whose requester nobody has looked yet. */
  async listUnseen(): Promise<Withdraw[]> {
    const rows: unknown[] = await this.rows
      .where({ state: "requires_approval" })
      .whereNull("requested_by_chain")
    return rows.map(toWithdraw)
  }

  /** Sums what somebody may approve. */
  async sum(by: Approver): Promise<Total> {
    const rows = await this.approvable(by).select<TotalRow[]>(
      this.db.raw(TOTAL)
    )
    return toTotal(rows[0])
  }

  /** Finds what somebody may approve before and behind a withdraw, the oldest first. */
  async findBeside({ id }: Withdraw, by: Approver): Promise<Neighbors> {
    const first = async (sign: "<" | ">"): Promise<string | null> => {
      const order = sign === "<" ? "desc" : "asc"
      const row: unknown = await this.approvable(by)
        // The database counts more finely than a Date.
        .whereRaw(
          `(created_at, id) ${sign} (select created_at, id from ${TABLE} where id = ?)`,
          [id]
        )
        .orderBy([
          { column: "created_at", order },
          { column: "id", order },
        ])
        .first("id")
      return (row as { id: string } | undefined)?.id ?? null
    }
    const [previous, next] = await Promise.all([first("<"), first(">")])
    return { previous, next }
  }

  /** Finds the place of a withdraw in its upload, in the order of the file. The first row is 1. */
  async findPlaceInBatch({
    id,
    batch_id,
  }: Withdraw): Promise<(Neighbors & { row: number; count: number }) | null> {
    const { rows } = await this.db.raw<{
      rows: (Neighbors & { row: string; count: string })[]
    }>(
      `select count(*) as count,
              count(*) filter (where id <= :id) as row,
              max(id) filter (where id < :id) as previous,
              min(id) filter (where id > :id) as next
         from ${TABLE} where batch_id = :batch_id and deleted_at is null`,
      { id, batch_id }
    )
    const [place] = rows
    return batch_id && place
      ? { ...place, row: Number(place.row), count: Number(place.count) }
      : null
  }

  /** Sums the withdraws of an upload by their states. */
  async sumBatch(
    batchId: string
  ): Promise<(Total & { state: WithdrawState })[]> {
    const rows = await this.rows
      .where({ batch_id: batchId })
      .groupBy("state")
      .select<(TotalRow & { state: WithdrawState })[]>(
        "state",
        this.db.raw(TOTAL)
      )
    const place = ({ state }: { state: WithdrawState }) =>
      WITHDRAW_STATES.indexOf(state)
    return rows
      .sort((a, b) => place(a) - place(b))
      .map((row) => ({ state: row.state, ...toTotal(row) }))
  }

  /**
   * Sums what was paid to an account before a withdraw was asked for.
   *
   * @param hashes the names of its account
   */
  async sumPaidBefore(
    withdraw: Withdraw,
    hashes: string[]
  ): Promise<Total & { last_at: Date | null }> {
    const rows = await this.paidBefore(withdraw)
      .whereIn("account_hash", hashes)
      .select<(TotalRow & { last_at: Date | null })[]>(
        this.db.raw(`${TOTAL}, max(ended_at) as last_at`)
      )
    return { ...toTotal(rows[0]), last_at: rows[0]?.last_at ?? null }
  }

  /**
   * Finds the last payout to the same name that went to another account.
   *
   * @param hashes the names of the account of this one
   */
  async findOtherAccount(
    withdraw: Withdraw,
    hashes: string[]
  ): Promise<Withdraw | null> {
    const { account_name, bank_code, account_last4 } = withdraw
    const row: unknown = await this.paidBefore(withdraw)
      .where({ account_name })
      // The name of an account goes with its number, and leaves the bank and the last digits.
      .whereRaw(
        `case when account_hash is null then (bank_code, account_last4) <> (?, ?)
              else not (account_hash = any(?::text[])) end`,
        [bank_code, account_last4, hashes]
      )
      .orderBy("ended_at", "desc")
      .first()
    return row ? toWithdraw(row) : null
  }

  private paidBefore({ id, created_at }: Withdraw) {
    return this.rows
      .where({ state: "paid" })
      .whereNot({ id })
      .where("created_at", "<=", created_at)
  }
}
