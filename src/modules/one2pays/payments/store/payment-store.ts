import { generateEntityId, MathBN } from "@medusajs/framework/utils"
import type { Knex } from "@medusajs/framework/mikro-orm/knex"
import { staffMessage, type Message, type Words } from "../../../../messages"
import { IssueStore } from "../../issues/issue-store"
import type { Moved } from "../../ledger/movement"
import { MovementStore } from "../../ledger/movement-store"
import { AccountNumberStore } from "../../shared/account-number-store"
import { Leases } from "../../shared/lease"
import { Looks, NO_LOOK } from "../../shared/looks"
import { hasEndedUnpaid } from "../lifecycle"
import { knownBefore } from "../judge/match"
import { rawAmount } from "../../shared/raw-amount"
import { lockOrder, PaymentClaims } from "./payment-claims"
import {
  toPayment,
  type NewPayment,
  type Payment,
  type PaymentIssue,
  type PaymentState,
} from "../payment"

const TABLE = "one2pays_payment"
/** Ended for good: no process will act on it, whatever its order does. */
const ENDED =
  "(state in ('expired', 'failed', 'canceled') or (state = 'succeeded' and (settled_at is not null or issue is not null)))"
const SETTLED_STATES = ["succeeded", "expired", "failed", "canceled"]

/**
 * Writes of the payments table. Every change of state is one conditional UPDATE: when two instances act on the same
 * payment, one wins, and a final state never regresses.
 */
export class PaymentStore {
  readonly issues: IssueStore<PaymentIssue, Payment>
  /** The claims of initiated payments, on their way to the gateway. */
  readonly claims: PaymentClaims
  readonly numbers: AccountNumberStore<Payment>
  /** The lease of the process that settles, replaces or cancels a payment. */
  readonly leases: Leases<Payment>
  /** The looks at payments whose money was announced and is not there yet. */
  readonly looks: Looks

  constructor(private readonly db: Knex) {
    // Money that comes for a QR which was refused is the greater news, whether staff have seen to the QR or not.
    this.issues = new IssueStore<PaymentIssue, Payment>(
      db,
      TABLE,
      toPayment,
      () => ["qr_amount_mismatch"]
    )
    this.claims = new PaymentClaims(db)
    this.leases = new Leases(db, TABLE, toPayment)
    this.looks = new Looks(db, TABLE, "succeeded")
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

  /**
   * Records the gateway's answer about a payment. A final state changes to `succeeded` only: money that arrives late is
   * still money. The same statement writes the issue that the answer raises: unmatched money must never look matched,
   * not for an instant. The same transaction writes the money into the ledger. An issue of an open payment is raised once,
   * and requests its cancellation.
   */
  async record(
    id: string,
    read: Partial<
      Pick<
        Payment,
        | "gateway_payment_id"
        | "gateway_status"
        | "gateway_created_at"
        | "asked_amount"
        | "next_action"
        | "expires_at"
      >
    > & {
      state: PaymentState
      issue?: { code: PaymentIssue; message: Message } | null
      /** The money that came, where any did. */
      received?: Moved | null
    }
  ): Promise<Payment> {
    const { received, ...state } = read
    const rows = received
      ? await this.db.transaction(async (db) => {
          const rows = await new PaymentStore(db).recordState(id, state)
          const [payment] = rows.map(toPayment)
          if (payment) {
            await noteReceived(db, payment, received)
          }
          return rows
        })
      : await this.recordState(id, state)
    const row: unknown = rows[0] ?? (await this.db(TABLE).where({ id }).first())
    if (!row) {
      throw new Error(`[one2pays] payment ${id} is gone from ${TABLE}`)
    }
    return toPayment(row)
  }

  /** Writes money into the ledger that came for a payment beyond what the ledger has of it. */
  noteReceived(payment: Payment, received: Moved): Promise<void> {
    return this.db.transaction(async (transaction) => {
      // Of two who see different totals, the second counts on what the first has written.
      await transaction(TABLE).where({ id: payment.id }).forUpdate().first("id")
      await noteReceived(transaction, payment, received)
    })
  }

  private async recordState(
    id: string,
    read: Omit<Parameters<PaymentStore["record"]>[1], "received">
  ): Promise<unknown[]> {
    const { next_action, issue, ...columns } = read
    const isRefused = issue && !SETTLED_STATES.includes(read.state)
    return this.db(TABLE)
      .where({ id })
      .where((query) => {
        if (isRefused) {
          void query.whereNull("issue").orWhereNot("issue", issue.code)
        }
      })
      .where((query) => {
        void query.whereNotIn("state", SETTLED_STATES)
        if (read.state === "succeeded") {
          void query.orWhereNot("state", "succeeded")
        }
      })
      .update({
        ...columns,
        ...(next_action === undefined
          ? {}
          : { next_action: next_action && JSON.stringify(next_action) }),
        ...(hasEndedUnpaid(read.state)
          ? { ended_at: this.db.raw("coalesce(ended_at, now())") }
          : {}),
        ...(issue ? this.issues.columnsOf(issue.code, issue.message) : {}),
        ...(read.state === "succeeded" ? NO_LOOK : {}),
        ...(isRefused
          ? {
              cancel_requested_at: this.db.raw(
                "coalesce(cancel_requested_at, now())"
              ),
            }
          : {}),
        updated_at: this.db.fn.now(),
      })
      .returning("*")
  }

  /** Resolves the issue whose money a payout has paid back, also a payout that had counted as failed. */
  async endPayBack(payout: string, by: string, resolution: Words) {
    const payment = await this.issues.endPayBack(payout, by, resolution)
    if (
      payment &&
      !payment.settled_at &&
      !payment.paid_back_at &&
      knownBefore(payment) === null
    ) {
      await this.markPaidBack(payment.id)
    }
  }

  /** Opens the issue again whose money a payout did not pay back. Money that counted as gone back has come again. */
  reopen(payout: string): Promise<boolean> {
    const unlessEarlier = (column: string) =>
      this.db.raw(
        `case when paid_back_at = paying_back_since then null else ${column} end`
      )
    return this.issues.reopen(payout, {
      paid_back_at: unlessEarlier("paid_back_at"),
      ended_at: unlessEarlier("ended_at"),
    })
  }

  /** Writes down that its money goes back: the order is unpaid again, and its time to be paid begins anew. */
  async markPaidBack(id: string): Promise<void> {
    const now = this.db.fn.now()
    await this.db(TABLE)
      .where({ id })
      .update({ paid_back_at: now, ended_at: now, updated_at: now })
  }

  async markSettled(id: string): Promise<void> {
    await this.db(TABLE)
      .where({ id })
      .whereNull("settled_at")
      .update({ settled_at: this.db.fn.now(), updated_at: this.db.fn.now() })
  }

  /** Writes down what was booked back and nobody pays, in all. It is never less than staff were told. */
  async noteOwedBack(id: string, amount: string): Promise<void> {
    const owed = this.db.raw(
      "nullif(greatest(?::numeric, owed_back_told::numeric), 0)::text",
      [amount]
    )
    await this.db(TABLE)
      .where({ id })
      .whereRaw("owed_back is distinct from ?", [owed])
      .update({ owed_back: owed, updated_at: this.db.fn.now() })
  }

  /**
   * Raises the issue of what was booked back and nobody pays, as far as staff do not know of it.
   *
   * @returns false while another issue is open
   */
  raiseOwedBack(id: string): Promise<boolean> {
    return this.db.transaction(async (db) => {
      const row: unknown = await db(TABLE).where({ id }).forUpdate().first()
      const { owed_back, owed_back_told, order_id } = toPayment(row)
      const amount = MathBN.sub(owed_back ?? 0, owed_back_told ?? 0)
      if (amount.lte(0)) {
        return false
      }
      const isRaised = await new PaymentStore(db).issues.raise(
        id,
        "refund_missing",
        staffMessage("refund_missing", {
          amount: amount.toFixed(2),
          booked: owed_back ?? "0",
          order: order_id ?? "?",
        }),
        { more: true }
      )
      if (isRaised) {
        await db(TABLE).where({ id }).update({ owed_back_told: owed_back })
      }
      return isRaised
    })
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

const noteReceived = (
  db: Knex,
  { id, reference_id, gateway_payment_id, order_id }: Payment,
  received: Moved
): Promise<void> =>
  new MovementStore(db).noteReceived(
    { id, reference_id, gateway_id: gateway_payment_id, order_id },
    received
  )
