import { MathBN } from "@medusajs/framework/utils"
import type { Knex } from "@medusajs/framework/mikro-orm/knex"
import { staffMessage, type Message, type Words } from "../../../../messages"
import { IssueStore } from "../../issues/issue-store"
import type { Moved } from "../../ledger/movement"
import { MovementStore } from "../../ledger/movement-store"
import { Leases } from "../../shared/lease"
import { Looks, NO_LOOK } from "../../shared/looks"
import { knownBefore } from "../judge/match"
import { hasEndedUnpaid } from "../lifecycle"
import {
  toPayment,
  type Payment,
  type PaymentIssue,
  type PaymentState,
} from "../payment"

const TABLE = "one2pays_payment"
const SETTLED_STATES = ["succeeded", "expired", "failed", "canceled"]

/** Writes of what became of a payment's money: what the gateway said, what was settled, and what goes back. */
export class RecordStore {
  readonly issues: IssueStore<PaymentIssue, Payment>
  /** The lease of the process that settles, replaces or cancels a payment. */
  readonly leases: Leases<Payment>
  /** The looks at payments whose money was announced and is not there yet. */
  readonly looks: Looks

  constructor(protected readonly db: Knex) {
    // Money that comes for a QR which was refused is the greater news, whether staff have seen to the QR or not.
    this.issues = new IssueStore<PaymentIssue, Payment>(
      db,
      TABLE,
      toPayment,
      () => ["qr_amount_mismatch"]
    )
    this.leases = new Leases(db, TABLE, toPayment)
    this.looks = new Looks(db, TABLE, "succeeded")
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
          const rows = await new RecordStore(db).recordState(id, state)
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
    read: Omit<Parameters<RecordStore["record"]>[1], "received">
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
      const isRaised = await new RecordStore(db).issues.raise(
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
