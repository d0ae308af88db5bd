import { generateEntityId } from "@medusajs/framework/utils"
import type { Knex } from "@medusajs/framework/mikro-orm/knex"
import { AccountNumberStore } from "../../shared/account-number-store"
import { Leases } from "../../shared/lease"
import { rawAmount } from "../../shared/raw-amount"
import { lockOrder, PaymentClaims } from "./payment-claims"
import { toPayment, type NewPayment, type Payment } from "../payment"
import { RecordStore } from "./record-store"

const TABLE = "one2pays_payment"
/** Ended for good: no process will act on it, whatever its order does. */
const ENDED =
  "(state in ('expired', 'failed', 'canceled') or (state = 'succeeded' and (settled_at is not null or issue is not null)))"

/**
 * Writes of the payments table. Every change of state is one conditional UPDATE: when two instances act on the same
 * payment, one wins, and a final state never regresses.
 */
export class PaymentStore extends RecordStore {
  /** The claims of initiated payments, on their way to the gateway. */
  readonly claims: PaymentClaims
  readonly numbers: AccountNumberStore<Payment>

  constructor(db: Knex) {
    super(db)
    this.claims = new PaymentClaims(db)
    this.numbers = new AccountNumberStore(db, {
      table: TABLE,
      column: "payer_sealed",
      ended: ENDED,
      awaits: "look_at is not null",
      toRow: toPayment,
      leases: this.leases,
    })
  }

  static newId(): string {
    return generateEntityId(undefined, "o2ppay")
  }

  async insert({ first_payer, ...payment }: NewPayment): Promise<Payment> {
    const rows: unknown[] = await this.db(TABLE)
      .insert({
        ...payment,
        first_payer: first_payer ? JSON.stringify(first_payer) : null,
        state: "initiated",
        raw_amount: rawAmount(payment.amount),
      })
      .returning("*")
    return toPayment(rows[0])
  }

  /** Keeps how far a search of the gateway's list came. */
  async noteSearched(id: string, searchedTo: Date): Promise<void> {
    await this.db(TABLE).where({ id }).update({ searched_to: searchedTo })
  }

  /** Remembers that payments have to be canceled at the gateway, until the plugin knows that they have ended. */
  async requestCancel(ids: string | string[]): Promise<void> {
    await this.db(TABLE)
      .whereIn("id", [ids].flat())
      .whereNull("cancel_requested_at")
      .update({
        cancel_requested_at: this.db.fn.now(),
        updated_at: this.db.fn.now(),
      })
  }

  /** Remembers that every open bank transfer has to be canceled: customers would pay an amount in the wrong unit. */
  async requestCancelOfTransfers(): Promise<void> {
    await this.db(TABLE)
      .where({ payment_method: "bank_transfer" })
      .whereIn("state", ["creating", "open"])
      .whereNull("cancel_requested_at")
      .whereNull("deleted_at")
      .update({
        cancel_requested_at: this.db.fn.now(),
        updated_at: this.db.fn.now(),
      })
  }

  /** Remembers that the next payment has to take these ones' places, also where that fails now. */
  async requestReplacement(ids: string[]): Promise<void> {
    const now = this.db.fn.now()
    await this.db(TABLE)
      .whereIn("id", ids)
      .whereNull("replaced_at")
      .update({
        replace_requested_at: this.db.raw(
          "coalesce(replace_requested_at, now())"
        ),
        cancel_requested_at: this.db.raw(
          "coalesce(cancel_requested_at, now())"
        ),
        updated_at: now,
      })
  }

  /** Gives up on replacing payments, whose orders owe nothing any more. */
  async dropReplacement(ids: string[]): Promise<void> {
    if (ids.length === 0) {
      return
    }
    await this.db(TABLE)
      .whereIn("id", ids)
      .update({ replace_requested_at: null, updated_at: this.db.fn.now() })
  }

  /**
   * Leases a payment, and its order with it: of all payments of an order, one is leased at a time, so that no two
   * processes decide what the same order owes.
   *
   * @returns the payment as it is now; null while another process has the order
   */
  lease(id: string, seconds: number): Promise<Payment | null> {
    return this.db.transaction(async (db) => {
      const row = await db<Payment>(TABLE).where({ id }).first("order_id")
      if (!row?.order_id) {
        return new Leases(db, TABLE, toPayment).acquire(id, seconds)
      }
      await lockOrder(db, row.order_id)
      const other: unknown = await db(TABLE)
        .where({ order_id: row.order_id })
        .whereNull("deleted_at")
        .whereNot({ id })
        .where("busy_until", ">", db.fn.now())
        .first("id")
      return other
        ? null
        : new Leases(db, TABLE, toPayment).acquire(id, seconds)
    })
  }

  async setAmount(id: string, amount: string): Promise<void> {
    await this.db(TABLE)
      .where({ id, state: "initiated" })
      .update({
        amount,
        raw_amount: rawAmount(amount),
        updated_at: this.db.fn.now(),
      })
  }

  /**
   * Saves the account of a payment for its customer, once, if the customer still wants it. It saves nothing for a
   * customer who was deleted while the gateway was asked: `forgetCustomer` waits for the row, and so for this
   * transaction.
   *
   * @param save runs within the transaction that it is given
   */
  async remember(
    id: string,
    customerId: string,
    save: (db: Knex) => Promise<unknown>
  ): Promise<void> {
    await this.db.transaction(async (db) => {
      const count = await db(TABLE)
        .where({ id, remember_for: customerId })
        .update({ remember_for: null })
      if (count === 1) {
        await save(db)
      }
    })
  }

  /** Forgets a deleted customer: no checkout saves an account for them any more. */
  async forgetCustomer(customerId: string): Promise<void> {
    await this.db(TABLE)
      .where({ remember_for: customerId })
      .whereNull("deleted_at")
      .update({ remember_for: null })
  }

  /** Hides a session's payments that never reached the gateway. */
  async hideInitiated(sessionId: string): Promise<void> {
    await this.db(TABLE)
      .where({ session_id: sessionId, state: "initiated" })
      .whereNull("deleted_at")
      .update({ deleted_at: this.db.fn.now(), updated_at: this.db.fn.now() })
  }

  /** Closes an order: no payment may follow, and open ones have to be canceled at the gateway. */
  async closeOrder(orderId: string): Promise<void> {
    await this.db(TABLE)
      .where({ order_id: orderId })
      .whereNull("deleted_at")
      .whereNull("closed_at")
      .update({
        closed_at: this.db.fn.now(),
        cancel_requested_at: this.db.raw(
          "case when state in ('creating', 'open') then coalesce(cancel_requested_at, now()) else cancel_requested_at end"
        ),
        updated_at: this.db.fn.now(),
      })
  }

  /** Marks an order as kept although nobody paid, until the next look at it. */
  async markKeptUnpaid(orderId: string): Promise<void> {
    await this.db(TABLE)
      .where({ order_id: orderId })
      .whereNull("deleted_at")
      .update({ kept_unpaid_at: this.db.fn.now() })
  }

  /**
   * Deletes initiated payments of long ago, hidden ones too: no process ever sent a request for them. The payers'
   * details go with them.
   *
   * @returns how many
   */
  async pruneInitiated(days: number, limit: number): Promise<number> {
    let count = 0
    // Each has an index of its own.
    for (const isHidden of [false, true]) {
      count += await this.db(TABLE)
        .whereIn("id", (old) => {
          void old
            .select("id")
            .from(TABLE)
            .where({ state: "initiated" })
            .where(
              "updated_at",
              "<",
              this.db.raw("now() - make_interval(days => ?)", [days])
            )
            .limit(limit - count)
          void (isHidden
            ? old.whereNotNull("deleted_at")
            : old.whereNull("deleted_at"))
        })
        .delete()
    }
    return count
  }
}
