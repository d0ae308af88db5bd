import { generateEntityId } from "@medusajs/framework/utils"
import type { Knex } from "@medusajs/framework/mikro-orm/knex"
import { staffMessage, type Words } from "../../../../messages"
import {
  AccountNumberStore,
  type ErasedRows,
} from "../../shared/account-number-store"
import { Looks } from "../../shared/looks"
import { rawAmount } from "../../shared/raw-amount"
import type { Person } from "../../withdraw-rules/people"
import { toWithdraw, type NewWithdraw, type Withdraw } from "../withdraw"
import { MoveStore } from "./move-store"
import { writeTrail } from "./trail-store"

/** A transaction of `alone`, for the stores of other tables. */
export type Transaction = Knex

const TABLE = "one2pays_withdraw"

/** The rows that an INSERT can take at once, with PostgreSQL's 65,535 parameters. */
const CHUNK = 500

/**
 * Writes of the withdraws table and its audit trail.
 */
export class WithdrawStore extends MoveStore {
  /** The looks at withdraws that were announced as paid and are not. */
  readonly looks: Looks
  private readonly numbers: AccountNumberStore<Withdraw>

  constructor(db: Knex) {
    super(db)
    this.looks = new Looks(db, TABLE, "paid")
    this.numbers = new AccountNumberStore(db, {
      table: TABLE,
      column: "account_sealed",
      names: ["account_hash", "batch_hash"],
      ended: "state in ('paid', 'failed', 'canceled', 'rejected')",
      // A paid one is looked at because its bank may send it back, and that needs no number.
      awaits: "look_at is not null and state <> 'paid'",
      toRow: toWithdraw,
      leases: this.leases,
    })
  }

  static newId(): string {
    return generateEntityId(undefined, "o2pwd")
  }

  /** Runs work alone, of all instances: the amounts that it reads stay true until it has written. */
  alone<T>(
    work: (within: WithdrawStore, transaction: Transaction) => Promise<T>
  ): Promise<T> {
    return this.db.transaction(async (transaction) => {
      await transaction.raw("select pg_advisory_xact_lock(hashtext(?))", [
        TABLE,
      ])
      return work(new WithdrawStore(transaction), transaction)
    })
  }

  async insert(rows: NewWithdraw[], reason: Words): Promise<Withdraw[]> {
    const inserted: Withdraw[] = []
    for (let from = 0; from < rows.length; from += CHUNK) {
      const chunk = rows.slice(from, from + CHUNK)
      const written: unknown[] = await this.db(TABLE)
        .insert(
          chunk.map((row) => ({
            ...row,
            currency_code: "thb",
            metadata: row.metadata && JSON.stringify(row.metadata),
            first_payer: row.first_payer && JSON.stringify(row.first_payer),
            duplicate: row.duplicate && JSON.stringify(row.duplicate),
            requested_by_chain:
              row.requested_by_chain && JSON.stringify(row.requested_by_chain),
            raw_amount: rawAmount(row.amount),
          }))
        )
        .returning("*")
      await writeTrail(
        this.db,
        chunk.map((row) => ({
          withdraw_id: row.id,
          actor: row.requested_by,
          person: row.requested_by_person,
          from_state: null,
          to_state: row.state,
          reason: row.duplicate
            ? staffMessage("requested_again", { why: row.duplicate.reason })
            : reason,
        }))
      )
      inserted.push(...written.map(toWithdraw))
    }
    return inserted
  }

  /** Keeps how far a search of the gateway's list came. */
  async noteSearched(id: string, searchedTo: Date): Promise<void> {
    await this.db(TABLE).where({ id }).update({ searched_to: searchedTo })
  }

  /** Keeps the gateway's id of a withdraw that the plugin did not know to be there. */
  async noteGatewayId(id: string, gatewayWithdrawId: string): Promise<void> {
    await this.db(TABLE)
      .where({ id })
      .whereNull("gateway_withdraw_id")
      .update({
        gateway_withdraw_id: gatewayWithdrawId,
        accepted_at: this.db.raw("coalesce(accepted_at, now())"),
        updated_at: this.db.fn.now(),
      })
  }

  /**
   * Writes down which approved withdraws wait for a key, and ends the wait of those whose key is back. The sealed text
   * names its key.
   *
   * @param keyIds the keys that are there
   * @returns the references of those that wait from now on
   */
  async noteMissingKeys(keyIds: string[]): Promise<string[]> {
    const isMissing = "not (split_part(account_sealed, '.', 2) = any(:keyIds))"
    const { rows } = await this.db.raw<{
      rows: Pick<Withdraw, "reference_id" | "waits_for">[]
    }>(
      `update ${TABLE}
          set waits_for = case when ${isMissing} then 'key' end, updated_at = now()
        where state = 'approved' and deleted_at is null
          and ${isMissing} <> (waits_for is not distinct from 'key')
        returning reference_id, waits_for`,
      { keyIds }
    )
    return rows.flatMap(({ reference_id, waits_for }) =>
      waits_for ? reference_id : []
    )
  }

  /**
   * Writes down which approved withdraws wait for funds, and ends the wait of the others.
   *
   * @param ids those that wait; null when all do that do not leave
   * @param leaving those that leave now
   */
  async noteMissingFunds(
    ids: string[] | null,
    leaving: string[]
  ): Promise<void> {
    const waits = ids ? "id = any(:ids)" : "true"
    await this.db.raw(
      `update ${TABLE}
          set waits_for = case when ${waits} then 'funds' end, updated_at = now()
        where state = 'approved' and deleted_at is null and not (id = any(:leaving))
          and waits_for is distinct from 'key' and (busy_until is null or busy_until < now())
          and (${waits}) <> (waits_for is not distinct from 'funds')`,
      { ids: ids ?? [], leaving }
    )
  }

  /** See `AccountNumberStore`. */
  eraseOldNumbers(days: number, limit: number): Promise<number> {
    return this.numbers.eraseOld(days, limit)
  }

  /** Erases the account numbers of the withdraws for these payments, and writes into the trail who asked for it. */
  eraseNumbers(
    paymentIds: string[],
    actor: string
  ): Promise<ErasedRows<Withdraw>> {
    return this.db.transaction(async (transaction) => {
      const within = new WithdrawStore(transaction)
      const rows = await within.numbers.erase((query) => {
        void query.whereIn("payment_id", paymentIds)
      })
      if (rows.erased.length > 0) {
        await writeTrail(
          transaction,
          rows.erased.map(({ id, state }) => ({
            withdraw_id: id,
            actor,
            from_state: state,
            to_state: state,
            reason: staffMessage("number_erased"),
          }))
        )
      }
      return rows
    })
  }

  /** Keeps who asked for a withdraw, where nobody looked when they asked. The first word stays. */
  async noteRequester(
    id: string,
    { id: person, chain }: Pick<Person, "id" | "chain">
  ): Promise<void> {
    await this.db(TABLE)
      .where({ id })
      .whereNull("requested_by_chain")
      .update({
        requested_by_person: person,
        requested_by_chain: JSON.stringify(chain),
      })
  }

  /**
   * Opens the account number of a withdraw for a person. The trail says so before anybody sees it.
   *
   * @returns null when there is no such withdraw
   */
  showNumber(
    id: string,
    { actor, id: person }: Pick<Person, "actor" | "id">,
    open: (withdraw: Withdraw) => string
  ): Promise<string | null> {
    return this.db.transaction(async (transaction) => {
      const row: unknown = await transaction(TABLE)
        .where({ id })
        .whereNull("deleted_at")
        .forShare()
        .first()
      if (!row) {
        return null
      }
      const withdraw = toWithdraw(row)
      const number = open(withdraw)
      await writeTrail(transaction, [
        {
          withdraw_id: id,
          actor,
          person,
          from_state: withdraw.state,
          to_state: withdraw.state,
          reason: staffMessage("number_shown"),
        },
      ])
      return number
    })
  }

  /**
   * Gives the withdraw of a refund that Medusa forgot to the refund with which Medusa tried again, and to the person who
   * asked for that.
   */
  async adoptRefund(
    id: string,
    refundId: string,
    person: Pick<Person, "id" | "chain"> | null
  ): Promise<Withdraw | null> {
    const rows: unknown[] = await this.db(TABLE)
      .where({ id })
      .whereNotIn("state", ["failed", "canceled", "rejected"])
      .update({
        refund_id: refundId,
        requested_by_person: person?.id ?? null,
        requested_by_chain: person && JSON.stringify(person.chain),
        updated_at: this.db.fn.now(),
      })
      .returning("*")
    return rows[0] ? toWithdraw(rows[0]) : null
  }
}
