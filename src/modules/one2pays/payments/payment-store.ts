import { generateEntityId } from "@medusajs/framework/utils"
import type { Knex } from "@medusajs/framework/mikro-orm/knex"
import { roundThb, type GatewayPayment } from "../../../gateway"
import { IssueStore, type IssueColumns } from "../issues/issue-store"
import type { PaymentMethod } from "../payers/payer"
import { referenceFor } from "../shared/reference"

export type PaymentState =
  | "initiated"
  | "creating"
  | "open"
  | "succeeded"
  | "expired"
  | "failed"
  | "canceled"

/** Money that does not fit: kept for a person to decide, never dropped, never guessed. */
export type PaymentIssue =
  | "amount_mismatch"
  | "currency_mismatch"
  | "paid_after_cancel"
  | "paid_twice"
  | "qr_amount_mismatch"
  | "unknown_reference"

/** One row of `one2pays_payment`. `amount` is THB in major units with two decimals. */
export interface Payment extends IssueColumns<PaymentIssue> {
  id: string
  session_id: string
  payment_collection_id: string
  order_id: string | null
  attempt: number | null
  reference_id: string | null
  gateway_payment_id: string | null
  state: PaymentState
  gateway_status: string | null
  amount: string
  currency_code: string
  payment_method: PaymentMethod
  payer_name: string
  payer_bank_code: string
  payer_last4: string
  payer_sealed: string
  remember_for: string | null
  next_action: GatewayPayment["nextAction"]
  expires_at: Date | null
  gateway_created_at: Date | null
  settled_at: Date | null
  ended_at: Date | null
  replaced_at: Date | null
  closed_at: Date | null
  kept_unpaid_at: Date | null
  paid_back_at: Date | null
  cancel_requested_at: Date | null
  created_at: Date
  updated_at: Date
}

/** An attempt whose intent has been written: it has an order and a reference. */
export interface ReferencedPayment extends Payment {
  order_id: string
  reference_id: string
}

export const isReferenced = (payment: Payment): payment is ReferencedPayment =>
  payment.order_id !== null && payment.reference_id !== null

/** What an attempt is from the beginning. */
export type InitiatedPayment = Pick<
  Payment,
  "id" | "session_id" | "payment_collection_id"
>

export type NewPayment = Pick<
  Payment,
  | "id"
  | "session_id"
  | "payment_collection_id"
  | "amount"
  | "currency_code"
  | "payment_method"
  | "payer_name"
  | "payer_bank_code"
  | "payer_last4"
  | "payer_sealed"
> &
  Partial<Pick<Payment, "remember_for">>

const isUnderReview = ({ state, issue, resolved_at }: Payment) =>
  state === "succeeded" && issue !== null && resolved_at === null

const TABLE = "one2pays_payment"
const SETTLED_STATES = ["succeeded", "expired", "failed", "canceled"]
const UNPAID_ENDS: readonly PaymentState[] = ["expired", "failed", "canceled"]

/**
 * The payments table. Every change of state is one conditional UPDATE, so that two instances
 * that act on the same attempt cannot both win, and a final state never regresses.
 */
export class PaymentStore {
  readonly issues: IssueStore<PaymentIssue, Payment>

  constructor(private readonly db: Knex) {
    this.issues = new IssueStore(db, TABLE, toPayment)
  }

  static newId(): string {
    return generateEntityId(undefined, "o2ppay")
  }

  async insert(payment: NewPayment): Promise<Payment> {
    const rows: unknown[] = await this.db(TABLE)
      .insert({
        ...payment,
        state: "initiated",
        raw_amount: rawAmount(payment.amount),
      })
      .returning("*")
    return toPayment(rows[0])
  }

  find(id: string): Promise<Payment | null> {
    return this.first({ id })
  }

  findByReference(referenceId: string): Promise<Payment | null> {
    return this.first({ reference_id: referenceId })
  }

  findByGatewayId(gatewayPaymentId: string): Promise<Payment | null> {
    return this.first({ gateway_payment_id: gatewayPaymentId })
  }

  /** Whether some payment is being created at the gateway right now, so that its id is not known here yet. */
  async isCreating(): Promise<boolean> {
    const row: unknown = await this.db(TABLE)
      .where({ state: "creating" })
      .andWhere("updated_at", ">", this.db.raw("now() - interval '1 minute'"))
      .first("id")
    return row !== undefined
  }

  /**
   * The attempt that the customer of an order sees: the last one, unless money that came for an earlier one is looked at by
   * a person. Then nobody should pay another time.
   */
  async findShownOfOrder(orderId: string): Promise<Payment | null> {
    const payments = await this.listOfOrder(orderId)
    const [latest] = payments
    return latest?.state === "succeeded" && !latest.paid_back_at
      ? latest
      : (payments.find(isUnderReview) ?? latest ?? null)
  }

  /** The last attempt that was made for an order. */
  findLatestOfOrder(orderId: string): Promise<Payment | null> {
    return this.first({ order_id: orderId })
  }

  /** All attempts of a payment session, the last one first. */
  listOfSession(sessionId: string): Promise<Payment[]> {
    return this.listOfSessions([sessionId])
  }

  /** The last details a payer gave for a payment collection, also of a session that was replaced since. */
  async findPayerOfCollection(
    paymentCollectionId: string,
    payer: Pick<Payment, "payer_name" | "payer_bank_code" | "payer_last4">
  ): Promise<Payment | null> {
    const row: unknown = await this.db(TABLE)
      .where({ payment_collection_id: paymentCollectionId, ...payer })
      .orderBy("created_at", "desc")
      .first()
    return row ? toPayment(row) : null
  }

  /**
   * Writes the intent to create: order, reference and state, in one statement. With it, the
   * session's earlier attempt for the order is replaced: from then on its money is for a person.
   * Null when the attempt is not waiting to be created any more, because somebody else has done
   * this.
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
        // References are unique: of two sessions that claim the same number, one takes the next.
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
    const last = await this.db(TABLE)
      .where({ order_id: orderId })
      .max<{ attempt: number | null }[]>({ attempt: "attempt" })
    const attempt = (last[0]?.attempt ?? 0) + 1
    return this.db.transaction(async (db) => {
      const rows: unknown[] = await db(TABLE)
        .where({ id, state: "initiated" })
        .update({
          state: "creating",
          order_id: orderId,
          attempt,
          reference_id: referenceFor(orderId, attempt),
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
        .whereNull("replaced_at")
        .update({ replaced_at: db.fn.now(), updated_at: db.fn.now() })
      return claimed
    })
  }

  /** Undoes `claimForCreate` after the gateway has certainly created nothing. */
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
        updated_at: db.fn.now(),
      })
      await db(TABLE)
        .whereIn("id", (previous) => {
          void previous
            .select("id")
            .from(TABLE)
            .where(claimed)
            .orderBy("attempt", "desc")
            .limit(1)
        })
        .update({ replaced_at: null, updated_at: db.fn.now() })
    })
  }

  /** The newest choices of the last day that no payment was asked for yet. */
  async listInitiated(limit: number): Promise<InitiatedPayment[]> {
    const rows: InitiatedPayment[] = await this.db(TABLE)
      .where({ state: "initiated" })
      .where("updated_at", ">", this.db.raw("now() - interval '1 day'"))
      .whereNull("deleted_at")
      .orderBy("updated_at", "desc")
      .limit(limit)
      .select("id", "session_id", "payment_collection_id")
    return rows
  }

  /** All attempts of these payment sessions, the last one first. */
  async listOfSessions(sessionIds: string[]): Promise<Payment[]> {
    const rows = await this.db(TABLE)
      .whereIn("session_id", sessionIds)
      .whereNull("deleted_at")
      .orderBy([
        { column: "created_at", order: "desc" },
        { column: "id", order: "desc" },
      ])
    return rows.map(toPayment)
  }

  /**
   * Ends a choice that became an order and that the gateway will never be asked for, unless the order has another
   * attempt. It gets no reference: there is nothing to be found at the gateway.
   *
   * @returns whether it was ended by this
   */
  async endUnopened(id: string, orderId: string): Promise<boolean> {
    const count = await this.db(TABLE)
      .where({ id, state: "initiated" })
      .whereNotExists((other) => {
        void other
          .select(this.db.raw("1"))
          .from(`${TABLE} as other`)
          .where("other.order_id", orderId)
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
   * Records what the gateway says of a payment. A final state is only ever left for
   * `succeeded`: money that arrives late is still money. With it goes the issue that it raises, in
   * the same statement: money that does not fit must not look as if it did, not for an instant.
   */
  async record(
    id: string,
    read: Partial<
      Pick<
        Payment,
        | "gateway_payment_id"
        | "gateway_status"
        | "gateway_created_at"
        | "next_action"
        | "expires_at"
      >
    > & {
      state: PaymentState
      issue?: { code: PaymentIssue; detail: string } | null
    }
  ): Promise<Payment> {
    const { next_action, issue, ...columns } = read
    const rows: unknown[] = await this.db(TABLE)
      .where({ id })
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
        ...(UNPAID_ENDS.includes(read.state)
          ? { ended_at: this.db.raw("coalesce(ended_at, now())") }
          : {}),
        ...(issue ? this.issues.columnsOf(issue.code, issue.detail) : {}),
        updated_at: this.db.fn.now(),
      })
      .returning("*")
    const payment = rows[0] ? toPayment(rows[0]) : await this.find(id)
    if (!payment) {
      throw new Error(`[one2pays] payment ${id} is gone from ${TABLE}`)
    }
    return payment
  }

  /**
   * Gives up a payment that the gateway definitely does not have. Only when so much time has passed
   * that no request from then could still be accepted there, because its timestamp is too old.
   *
   * @returns whether it is given up
   */
  async abandonCreate(id: string): Promise<boolean> {
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

  /** Its money goes back: the order is unpaid again, and its time to be paid begins anew. */
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

  /** Remembers that a payment must end at the gateway, until it is known to have ended. */
  async requestCancel(ids: string | string[]): Promise<void> {
    await this.db(TABLE)
      .whereIn("id", [ids].flat())
      .whereNull("cancel_requested_at")
      .update({
        cancel_requested_at: this.db.fn.now(),
        updated_at: this.db.fn.now(),
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
   * Saves the account of an attempt for its customer, once, if that is still wanted: a customer who was deleted while
   * the gateway was asked has nothing saved. `forgetCustomer` waits for the row, and so for what is saved here.
   *
   * @param save within the transaction that it is given
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

  /** A customer is gone: nothing is to be saved for them any more. */
  async forgetCustomer(customerId: string): Promise<void> {
    await this.db(TABLE)
      .where({ remember_for: customerId })
      .whereNull("deleted_at")
      .update({ remember_for: null })
  }

  /** Hides the attempts of a session that never reached the gateway. */
  async discardInitiated(sessionId: string): Promise<void> {
    await this.db(TABLE)
      .where({ session_id: sessionId, state: "initiated" })
      .whereNull("deleted_at")
      .update({ deleted_at: this.db.fn.now(), updated_at: this.db.fn.now() })
  }

  /**
   * Takes the right to settle an attempt, across all instances. It lapses by itself, so that
   * a process that died holding it does not hold up the money for good.
   */
  async acquireLease(id: string, seconds: number): Promise<boolean> {
    const count = await this.db(TABLE)
      .where({ id })
      .where((query) => {
        void query
          .whereNull("busy_until")
          .orWhere("busy_until", "<", this.db.fn.now())
      })
      .update({
        busy_until: this.db.raw("now() + make_interval(secs => ?)", [seconds]),
      })
    return count === 1
  }

  async releaseLease(id: string): Promise<void> {
    await this.db(TABLE).where({ id }).update({ busy_until: null })
  }

  /** All attempts for an order, the last one first. */
  async listOfOrder(orderId: string): Promise<Payment[]> {
    const rows = await this.db(TABLE)
      .where({ order_id: orderId })
      .whereNull("deleted_at")
      .orderBy([
        { column: "created_at", order: "desc" },
        { column: "id", order: "desc" },
      ])
    return rows.map(toPayment)
  }

  /** No attempt may follow for an order; what is still open has to end at the gateway. */
  async closeOrder(orderId: string): Promise<void> {
    await this.db(TABLE)
      .where({ order_id: orderId })
      .whereNull("closed_at")
      .update({
        closed_at: this.db.fn.now(),
        cancel_requested_at: this.db.raw(
          "case when state in ('creating', 'open') then coalesce(cancel_requested_at, now()) else cancel_requested_at end"
        ),
        updated_at: this.db.fn.now(),
      })
  }

  /**
   * The last attempts of orders that nobody has paid, ended for so many minutes: those whose time to
   * try again is over.
   */
  async listUnpaid(afterMinutes: number, limit: number): Promise<Payment[]> {
    const rows = await this.db(`${TABLE} as last`)
      .whereNotNull("last.ended_at")
      .where(
        "last.ended_at",
        "<",
        this.db.raw("now() - make_interval(mins => ?)", [afterMinutes])
      )
      .whereNull("last.closed_at")
      .whereNull("last.replaced_at")
      .whereNull("last.kept_unpaid_at")
      .whereNull("last.deleted_at")
      .whereNotNull("last.order_id")
      .where((query) => {
        void query
          .whereNotIn("last.state", ["creating", "open", "succeeded"])
          .orWhereNotNull("last.paid_back_at")
      })
      .whereNotExists((other) => {
        void other
          .select(this.db.raw("1"))
          .from(`${TABLE} as other`)
          .whereRaw("other.order_id = last.order_id and other.id <> last.id")
          .whereIn("other.state", ["creating", "open", "succeeded"])
          .whereNull("other.paid_back_at")
      })
      .orderBy("last.ended_at")
      .limit(limit)
      .select("last.*")
    return rows.map(toPayment)
  }

  async markKeptUnpaid(orderId: string): Promise<boolean> {
    const count = await this.db(TABLE)
      .where({ order_id: orderId })
      .whereNull("kept_unpaid_at")
      .update({ kept_unpaid_at: this.db.fn.now() })
    return count > 0
  }

  /**
   * Deletes what was only a choice at a checkout, long ago: no request was ever sent for it. The
   * payer's details go with it.
   *
   * @returns how many
   */
  pruneInitiated(days: number, limit: number): Promise<number> {
    return this.db(TABLE)
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
          .limit(limit)
      })
      .delete()
  }

  private async first(where: Partial<Payment>): Promise<Payment | null> {
    const row: unknown = await this.db(TABLE)
      .where(where)
      .whereNull("deleted_at")
      .orderBy([
        { column: "created_at", order: "desc" },
        { column: "id", order: "desc" },
      ])
      .first()
    return row ? toPayment(row) : null
  }
}

const CLAIM_TRIES = 5

/** PostgreSQL's code for it, appendix A of its manual. */
const isUniqueViolation = (error: unknown) =>
  typeof error === "object" &&
  error !== null &&
  "code" in error &&
  error.code === "23505"

/** How Medusa stores a decimal beside its numeric column, so that no digit is lost. */
const rawAmount = (amount: string) =>
  JSON.stringify({ value: amount, precision: 20 })

/** `numeric` arrives from the driver as text; the scale is put back to two decimals. */
export function toPayment(row: unknown): Payment {
  const payment = row as Payment
  return { ...payment, amount: roundThb(payment.amount) }
}
