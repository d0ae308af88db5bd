import type { Knex } from "@medusajs/framework/mikro-orm/knex"
import { rawAmount } from "../shared/raw-amount"
import { newIdempotencyKey, referenceFor } from "../shared/reference"
import {
  isReferenced,
  toPayment,
  type Payment,
  type ReferencedPayment,
} from "./payment"

const TABLE = "one2pays_payment"

/**
 * Claims of initiated payments. Of all processes that want to create one at the gateway, one may. Every claim is one
 * conditional statement.
 */
export class PaymentClaims {
  constructor(private readonly db: Knex) {}

  /**
   * Writes the intent to create: order, reference and state, in one statement. The same transaction replaces the
   * session's earlier payment for the order: from then on staff decide about its money.
   *
   * @returns null when another process has claimed it
   */
  async claimForCreate(
    id: string,
    orderId: string,
    amount: string
  ): Promise<ReferencedPayment | null> {
    for (let tries = 1; ; tries++) {
      try {
        return await this.claimNumber(id, orderId, amount)
      } catch (error) {
        // References are unique. When two sessions claim the same number, one takes the next.
        if (!isUniqueViolation(error) || tries === CLAIM_TRIES) {
          throw error
        }
      }
    }
  }

  private async claimNumber(
    id: string,
    orderId: string,
    amount: string
  ): Promise<ReferencedPayment | null> {
    const attempt = (await this.lastNumber(orderId)) + 1
    const reference = referenceFor(orderId, attempt)
    return this.db.transaction(async (db) => {
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
          updated_at: db.fn.now(),
        })
        .returning("*")
      const claimed = rows[0] ? toPayment(rows[0]) : null
      if (!claimed || !isReferenced(claimed)) {
        return null
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

  /** The highest number of an order's payments, hidden ones too: a reference is never given out twice. */
  private async lastNumber(orderId: string): Promise<number> {
    // Each has an index of its own.
    const found = await Promise.all(
      [
        this.db(TABLE).whereNull("deleted_at"),
        this.db(TABLE).whereNotNull("deleted_at"),
      ].map((rows) =>
        rows
          .where({ order_id: orderId })
          .max<{ attempt: number | null }[]>({ attempt: "attempt" })
      )
    )
    return Math.max(...found.flat().map(({ attempt }) => attempt ?? 0))
  }

  /** Undoes `claimForCreate` when the gateway has certainly created nothing. */
  async releaseClaim(id: string): Promise<void> {
    await this.db.transaction(async (db) => {
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

const CLAIM_TRIES = 5

/** PostgreSQL's code for a unique violation, appendix A of its manual. */
const isUniqueViolation = (error: unknown) =>
  typeof error === "object" &&
  error !== null &&
  "code" in error &&
  error.code === "23505"
