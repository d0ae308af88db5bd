import type { Knex } from "@medusajs/framework/mikro-orm/knex"
import { MathBN } from "@medusajs/framework/utils"
import type { WebhookEvent } from "../../../../gateway"
import { whereSeenTo } from "../../issues/issue-store"
import { ERASED } from "../../shared/seal"
import { toPayment, type InitiatedPayment, type Payment } from "../payment"
import { StaffQueries } from "./staff-queries"

const TABLE = "one2pays_payment"
const WITHDRAWS = "one2pays_withdraw"
/** How the request of a pay-back begins; a further try after a failed one begins otherwise. */
export const PAY_BACK = "pay-back:"

const NEWEST_FIRST = [
  { column: "created_at", order: "desc" as const },
  { column: "id", order: "desc" as const },
]

/** Of two that were chosen at once, the one that came later to the gateway is the one to pay, whichever row is older. */
const LAST_TRY_FIRST = [
  { column: "attempt", order: "desc" as const, nulls: "last" as const },
  ...NEWEST_FIRST,
]

/** Reads of the payments table. Amounts are THB in major units. */
export class PaymentQueries extends StaffQueries {
  /** The rows of payment sessions that core has deleted. */
  private get hidden() {
    return this.db(TABLE).whereNotNull("deleted_at")
  }

  find(id: string): Promise<Payment | null> {
    return this.first({ id })
  }

  /** Finds the payment that a webhook is about: by our reference, else by the gateway's id. */
  async findOfEvent({
    referenceId,
    objectId,
  }: WebhookEvent): Promise<Payment | null> {
    return (
      (referenceId && (await this.first({ reference_id: referenceId }))) ||
      (objectId && (await this.first({ gateway_payment_id: objectId }))) ||
      null
    )
  }

  /** Finds the last payment of a payment session. */
  findOfSession(sessionId: string): Promise<Payment | null> {
    return this.first({ session_id: sessionId })
  }

  /** Finds the payment of a payment session whose money has made the order paid. */
  async findPaidOfSession(sessionId: string): Promise<Payment | null> {
    return paidOf(await this.listOfSessions([sessionId]))
  }

  /** Lists those of these orders that a payment of ours has paid. */
  async listPaidOrders(orderIds: string[]): Promise<string[]> {
    const rows: { order_id: string }[] = await this.rows
      .whereIn("order_id", orderIds)
      .where({ state: "succeeded" })
      .distinct("order_id")
    return rows.map(({ order_id }) => order_id)
  }

  /** Lists payments of which more was booked back than staff know of, and which no other issue keeps from them. */
  async listOwedBack(limit: number): Promise<string[]> {
    const rows: { id: string }[] = await this.rows
      .whereRaw("owed_back is distinct from owed_back_told")
      .where((free) => {
        void free.whereNull("issue").orWhere(whereSeenTo)
      })
      .limit(limit)
      .select("id")
    return rows.map(({ id }) => id)
  }

  /**
   * Finds a PromptPay payment that can tell the account's unit: an open one, whose QR the gateway shows, or else the last
   * one that was settled, whose QR was checked.
   */
  async findUnitWitness(): Promise<Payment | null> {
    const made = () =>
      this.rows
        .where({ payment_method: "promptpay" })
        .whereNotNull("gateway_payment_id")
        .whereNull("issue")
    const open: unknown = await made()
      .where({ state: "open" })
      .orderBy("updated_at", "desc")
      .first()
    const row: unknown =
      open ??
      (await made()
        .where({ state: "succeeded" })
        .whereNotNull("settled_at")
        .orderBy("settled_at", "desc")
        .first())
    return row ? toPayment(row) : null
  }

  /** Finds the last payment for an order. */
  async findOfOrder(orderId: string): Promise<Payment | null> {
    const [last] = await this.listOfOrder(orderId)
    return last ?? null
  }

  /** Lists all payments for an order, the last one first. */
  async listOfOrder(orderId: string): Promise<Payment[]> {
    const rows = await this.rows
      .where({ order_id: orderId })
      .orderBy(LAST_TRY_FIRST)
    return rows.map(toPayment)
  }

  /** Lists all payments of these payment sessions, the last one first. */
  async listOfSessions(sessionIds: string[]): Promise<Payment[]> {
    const rows = await this.rows
      .whereIn("session_id", sessionIds)
      .orderBy(NEWEST_FIRST)
    return rows.map(toPayment)
  }

  /** Lists the ids of all payments of these payment collections. */
  async listIdsOfCollections(
    paymentCollectionIds: string[]
  ): Promise<string[]> {
    const rows: { id: string }[] = await this.rows
      .whereIn("payment_collection_id", paymentCollectionIds)
      .select("id")
    return rows.map(({ id }) => id)
  }

  /**
   * Finds the last details that a payer gave for a payment collection, also those of a session that core has replaced
   * since: its row is deleted, and still holds them.
   *
   * @param payer those that are looked for, where any others do not serve
   */
  async findPayerOfCollection(
    paymentCollectionId: string,
    payer: Partial<
      Pick<Payment, "payer_name" | "payer_bank_code" | "payer_last4">
    > = {}
  ): Promise<Payment | null> {
    // Each has an index of its own.
    const found = await Promise.all(
      [this.rows, this.hidden].map((rows): Promise<unknown> =>
        rows
          .where({ payment_collection_id: paymentCollectionId, ...payer })
          .whereNot({ payer_sealed: ERASED })
          .orderBy("created_at", "desc")
          .first()
      )
    )
    const [latest] = found
      .flatMap((row) => (row ? [toPayment(row)] : []))
      .sort((a, b) => b.created_at.getTime() - a.created_at.getTime())
    return latest ?? null
  }

  /** Whether a process is creating a payment at the gateway right now, so that we do not know its id yet. */
  async isCreating(): Promise<boolean> {
    const row: unknown = await this.rows
      .where({ state: "creating" })
      .andWhere("updated_at", ">", this.db.raw("now() - interval '1 minute'"))
      .first("id")
    return row !== undefined
  }

  /** Lists the newest initiated payments of the last day. */
  async listInitiated(limit: number): Promise<InitiatedPayment[]> {
    const rows: InitiatedPayment[] = await this.rows
      .where({ state: "initiated" })
      .where("updated_at", ">", this.db.raw("now() - interval '1 day'"))
      .orderBy("updated_at", "desc")
      .limit(limit)
      .select("id", "session_id", "payment_collection_id")
    return rows
  }

  /** Lists those of these orders that have a payment. */
  async listKnownOrders(orderIds: string[]): Promise<string[]> {
    const rows: { order_id: string }[] = await this.rows
      .whereIn("order_id", orderIds)
      .distinct("order_id")
    return rows.map(({ order_id }) => order_id)
  }

  /** Lists the orders whose payments the next one has to replace, those that wait longest first. */
  async listOrdersToFollow(limit: number): Promise<string[]> {
    const rows: { order_id: string | null }[] = await this.rows
      .whereNotNull("replace_requested_at")
      .whereNull("replaced_at")
      .whereNull("closed_at")
      .orderBy("replace_requested_at")
      .limit(limit)
      .select("order_id")
    return [...new Set(rows.flatMap(({ order_id }) => order_id ?? []))]
  }

  /**
   * Lists the last payments of orders that nobody has paid, once they ended so many minutes ago. For these orders the
   * time to try again is over. Orders that were kept are among them once a day, for a month: what they owe, and to whom,
   * may be another matter by now.
   */
  async listUnpaid(afterMinutes: number, limit: number): Promise<Payment[]> {
    const over = this.db.raw("now() - make_interval(mins => ?)", [afterMinutes])
    const unpaid = () =>
      this.db(`${TABLE} as last`)
        .whereNull("last.closed_at")
        .whereNull("last.replaced_at")
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
            .whereNull("other.deleted_at")
            .where((live) => {
              void live
                .where("other.ended_at", ">=", over)
                .orWhere((under) =>
                  under
                    .whereIn("other.state", ["creating", "open", "succeeded"])
                    .whereNull("other.paid_back_at")
                )
            })
        })
        .limit(limit)
        .select("last.*")
    const fresh: unknown[] = await unpaid()
      .whereNotNull("last.ended_at")
      .where("last.ended_at", "<", over)
      .whereNull("last.kept_unpaid_at")
      // Orders that core fails to cancel must not keep the others from their turn.
      .orderByRaw("random()")
    const kept: unknown[] = await unpaid()
      .where(
        "last.kept_unpaid_at",
        "<",
        this.db.raw("now() - interval '1 day'")
      )
      .where("last.ended_at", ">", this.db.raw("now() - interval '1 month'"))
      .orderBy("last.kept_unpaid_at")
    return [...fresh, ...kept].map(toPayment)
  }

  /**
   * Sums the THB that goes back of a payment. A payout that failed counts only where it has an issue of its own: then
   * staff pay it again from there.
   *
   * @param except the request that does not count
   */
  async sumPaidBack(id: string, except = ""): Promise<string> {
    const rows = await this.db(WITHDRAWS)
      .whereNull("deleted_at")
      .where({ payment_id: id })
      .whereLike("request_key", `${PAY_BACK}%`)
      .whereNot({ request_key: except })
      .where(wherePaysBack)
      .sum<{ sum: string | null }[]>({ sum: "amount" })
    return MathBN.convert(rows[0]?.sum ?? 0).toFixed()
  }

  private async first(where: Partial<Payment>): Promise<Payment | null> {
    const row: unknown = await this.rows
      .where(where)
      .orderBy(NEWEST_FIRST)
      .first()
    return row ? toPayment(row) : null
  }
}

/** The payment of a session whose money has made the order paid. */
export const paidOf = (payments: Payment[]): Payment | null =>
  payments.find(({ settled_at }) => settled_at !== null) ??
  payments.find(({ state, issue }) => state === "succeeded" && !issue) ??
  null

/** Narrows a query down to the withdraws whose money goes back, by themselves or by their issue. */
export const wherePaysBack = (query: Knex.QueryBuilder): void =>
  void query
    .whereNotIn("state", ["failed", "canceled", "rejected"])
    .orWhere({ issue: "refund_failed" })
