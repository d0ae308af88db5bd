import type { Knex } from "@medusajs/framework/mikro-orm/knex"
import { rawAmount } from "../../shared/raw-amount"
import { newIdempotencyKey, referenceFor } from "../../shared/reference"
import { ERASED } from "../../shared/seal"
import {
  isReferenced,
  toPayment,
  type Payment,
  type ReferencedPayment,
} from "../payment"

const TABLE = "one2pays_payment"

/**
 * Claims of initiated payments. Of all processes that want to create one at the gateway, one may. Every claim is one
 * conditional statement.
 */
export class PaymentClaims {
  constructor(private readonly db: Knex) {}

  /**
   * Writes the intent to create: order, reference and state, in one transaction that no other process of the order can
   * be in. It replaces the session's earlier payment for the order: from then on staff decide about its money.
   *
   * @returns `gone` when the row is no longer initiated, `occupied` while the customer may pay another payment of the
   * order
   */
  claimForCreate(
    id: string,
    orderId: string,
    amount: string
  ): Promise<ReferencedPayment | "gone" | "occupied"> {
    return this.db.transaction(async (db) => {
      await lockOrder(db, orderId)
      const other: unknown = await wherePayable(
        db(TABLE).where({ order_id: orderId }).whereNot({ id })
      ).first("id")
      if (other) {
        return "occupied"
      }
      const attempt = (await lastNumber(db, orderId)) + 1
      const reference = referenceFor(orderId, attempt)
      const rows: unknown[] = await db(TABLE)
        .where({ id, state: "initiated" })
        // Core has deleted the session of a hidden payment: nobody would ever see or cancel what the gateway makes.
        .whereNull("deleted_at")
        .update({
          state: "creating",
          order_id: orderId,
          attempt,
          reference_id: reference,
          idempotency_key: newIdempotencyKey(reference),
          amount,
          raw_amount: rawAmount(amount),
          claimed_at: db.fn.now(),
          updated_at: db.fn.now(),
        })
        .returning("*")
      const claimed = rows[0] ? toPayment(rows[0]) : null
      if (!claimed || !isReferenced(claimed)) {
        return "gone"
      }
      await db(TABLE)
        .where({ order_id: orderId, session_id: claimed.session_id })
        .whereNot({ id })
        .whereNull("deleted_at")
        .whereNull("replaced_at")
        .update({ replaced_at: db.fn.now(), updated_at: db.fn.now() })
      return claimed
    })
  }

  /**
   * Writes the intent to create a payment that proves the account's unit. It has no order and no session, and is to be
   * canceled from the start. Nobody needs its account number again.
   */
  async insertProof(
    proof: Pick<
      Payment,
      "id" | "amount" | "payer_name" | "payer_bank_code" | "payer_last4"
    >
  ): Promise<Payment & { reference_id: string }> {
    const reference_id = `unit.${proof.id}`
    const rows: unknown[] = await this.db(TABLE)
      .insert({
        ...proof,
        state: "creating",
        session_id: reference_id,
        payment_collection_id: reference_id,
        reference_id,
        idempotency_key: newIdempotencyKey(reference_id),
        raw_amount: rawAmount(proof.amount),
        currency_code: "thb",
        payment_method: "promptpay",
        payer_sealed: ERASED,
        cancel_requested_at: this.db.fn.now(),
      })
      .returning("*")
    return { ...toPayment(rows[0]), reference_id }
  }

  /** Claims a payment once more that a process is about to request again. A search for it begins anew. */
  async claimAgain(id: string): Promise<void> {
    await this.db(TABLE)
      .where({ id, state: "creating" })
      .update({ claimed_at: this.db.fn.now(), searched_to: null })
  }

  /** Undoes `claimForCreate` when the gateway has certainly created nothing. */
  async releaseClaim(id: string): Promise<void> {
    await this.db.transaction(async (db) => {
      const row = await db<Payment>(TABLE).where({ id }).first("order_id")
      if (row?.order_id) {
        await lockOrder(db, row.order_id)
      }
      const claimed = await db<Payment>(TABLE)
        .where({ id, state: "creating" })
        .forUpdate()
        .first("order_id", "session_id")
      if (!claimed) {
        return
      }
      await db(TABLE).where({ id }).update({
        state: "initiated",
        order_id: null,
        attempt: null,
        reference_id: null,
        idempotency_key: null,
        claimed_at: null,
        searched_to: null,
        updated_at: db.fn.now(),
      })
      await db(TABLE)
        .whereIn("id", (previous) => {
          void previous
            .select("id")
            .from(TABLE)
            .where(claimed)
            .whereNull("deleted_at")
            .orderBy("attempt", "desc")
            .limit(1)
        })
        .update({ replaced_at: null, updated_at: db.fn.now() })
    })
  }

  /**
   * Cancels an initiated payment that belongs to an order and that no process will create at the gateway, unless the
   * order has another payment. It gets no reference, because there is nothing to find at the gateway.
   *
   * @returns whether this call canceled it
   */
  async cancelUnopened(id: string, orderId: string): Promise<boolean> {
    const count = await this.db(TABLE)
      .where({ id, state: "initiated" })
      .whereNotExists((other) => {
        void other
          .select(this.db.raw("1"))
          .from(`${TABLE} as other`)
          .where("other.order_id", orderId)
          .whereNull("other.deleted_at")
      })
      .update({
        state: "canceled",
        order_id: orderId,
        ended_at: this.db.fn.now(),
        updated_at: this.db.fn.now(),
      })
    return count === 1
  }

  /**
   * Writes down that the gateway never created a payment, when it certainly does not have it. The row waits until the
   * gateway would refuse its request for an old timestamp.
   *
   * @returns whether this call has ended it
   */
  async endUncreated(id: string): Promise<boolean> {
    const count = await this.db(TABLE)
      .where({ id, state: "creating" })
      .where("updated_at", "<", this.db.raw("now() - interval '10 minutes'"))
      .update({
        state: this.db.raw(
          "case when cancel_requested_at is null then 'failed' else 'canceled' end"
        ),
        ended_at: this.db.fn.now(),
        updated_at: this.db.fn.now(),
      })
    return count === 1
  }
}

/**
 * Keeps other processes away from an order until the transaction ends. PostgreSQL's advisory lock needs no row, so it
 * holds for an order's first payment, too.
 */
export async function lockOrder(db: Knex, orderId: string): Promise<void> {
  await db.raw("select pg_advisory_xact_lock(hashtextextended(?, 0))", [
    `one2pays:order:${orderId}`,
  ])
}

/**
 * Narrows a query down to payments that a customer can pay, or will see in a moment. Nobody has seen the QR of one that
 * has to be canceled before its creation was answered.
 */
const wherePayable = (query: Knex.QueryBuilder): Knex.QueryBuilder =>
  query.whereNull("deleted_at").where((payable) => {
    void payable
      .where({ state: "open" })
      .orWhere((creating) =>
        creating.where({ state: "creating" }).whereNull("cancel_requested_at")
      )
  })

/** The highest number of an order's payments, hidden ones too: a reference is never given out twice. */
async function lastNumber(db: Knex, orderId: string): Promise<number> {
  let last = 0
  // Each has an index of its own.
  for (const rows of [
    db(TABLE).whereNull("deleted_at"),
    db(TABLE).whereNotNull("deleted_at"),
  ]) {
    const [found] = await rows
      .where({ order_id: orderId })
      .max<{ attempt: number | null }[]>({ attempt: "attempt" })
    last = Math.max(last, found?.attempt ?? 0)
  }
  return last
}
