import type { Knex } from "@medusajs/framework/mikro-orm/knex"
import { MathBN } from "@medusajs/framework/utils"
import { wherePaysBack } from "../../payments/store/payment-queries"
import { Leases } from "../../shared/lease"
import { UNPAID_STATES } from "../../withdraw-rules/state"
import { toWithdraw, type Withdraw } from "../withdraw"
import { TOTAL, toTotal, type Total } from "./approval-queries"

const TABLE = "one2pays_withdraw"
const REFUND_WAITS = "15 seconds"
/** The turn of an approved withdraw: customers' money comes before the shop's own payouts. */
const TURN =
  "(case when kind = 'refund' or payment_id is not null then 0 else 1 end), created_at, id"
/** How the request of a pay-back begins that stands for a missing refund. */
export const OWED_BACK = "owed-back:"

/** Reads of what leaves and may leave, and of the sums that the limits and the wallet have to cover. Amounts are THB in major units. */
export class SendingQueries {
  constructor(protected readonly db: Knex) {}

  /** Every query begins here, because the indexes hold only the rows that are not deleted. */
  protected get rows() {
    return this.db(TABLE).whereNull("deleted_at")
  }

  /** Sums the THB of all payouts that staff asked for since a time and that have not failed. */
  sumSince(since: Date): Promise<string> {
    return this.sum((query) => {
      void query
        .where({ kind: "payout" })
        .where("created_at", ">=", since)
        .whereNotIn("state", UNPAID_STATES)
    })
  }

  /** Sums the THB of all payouts that left since a time. */
  sumSentSince(since: Date): Promise<string> {
    return this.sum((query) => {
      void query
        .where({ kind: "payout" })
        .where("sent_at", ">=", since)
        .whereNotIn("state", ["approved", "failed", "canceled", "rejected"])
    })
  }

  /**
   * Sums the THB that a balance of a certain time does not show yet: withdraws on their way, and withdraws that the
   * gateway was not known to have by then.
   */
  sumInFlight(asOf: Date): Promise<string> {
    return this.sum((query) => {
      void query.where((any) =>
        any
          .whereIn("state", ["sending", "unknown"])
          .orWhere((accepted) =>
            accepted
              .where("accepted_at", ">=", asOf)
              .whereNotIn("state", ["failed", "canceled"])
          )
      )
    })
  }

  /** Sums the THB of withdraws that wait for approval, or to leave. */
  sumWaiting(): Promise<string> {
    return this.sum((query) => {
      void query.whereIn("state", ["requires_approval", "approved"])
    })
  }

  /** Sums the THB of customers' money that may leave, and only waits for the end of a pause. */
  sumPaused(): Promise<string> {
    return this.sum((query) => {
      void query
        .where({ state: "approved" })
        .where((back) =>
          back.where({ kind: "refund" }).orWhereNotNull("payment_id")
        )
        .where("busy_until", ">", this.db.fn.now())
    })
  }

  async hasApproved(): Promise<boolean> {
    const row: unknown = await this.sendable().first("id")
    return row !== undefined
  }

  /** Lists refunds that are about to leave, with Medusa's ids of them. */
  async listSendableRefunds(
    limit: number
  ): Promise<Pick<Withdraw, "id" | "refund_id">[]> {
    return this.sendable()
      .where({ kind: "refund" })
      .orderBy(["created_at", "id"])
      .limit(limit)
      .select("id", "refund_id")
  }

  /**
   * Lists withdraws that may leave now, customers' money first and then the oldest first, and locks them for the
   * transaction that reads them. A payout that waits for funds must not keep a refund from them.
   *
   * @param refunds ids of the refunds that may leave
   */
  async lockApproved(limit: number, refunds: string[]): Promise<Withdraw[]> {
    const rows: unknown[] = await this.sendable()
      .where((query) => {
        void query.where({ kind: "payout" }).orWhereIn("id", refunds)
      })
      .orderByRaw(TURN)
      .limit(limit)
      .forUpdate()
      .skipLocked()
    return rows.map(toWithdraw)
  }

  /**
   * Sums the THB that goes back of a payment because nobody paid what Medusa had booked. A payout that failed counts only
   * where it has an issue of its own: then staff pay it again from there.
   */
  sumOwedPaidBack(paymentId: string): Promise<string> {
    return this.sum((query) => {
      void query
        .where({ payment_id: paymentId })
        .whereLike("request_key", `${OWED_BACK}%`)
        .where(wherePaysBack)
    })
  }

  /** Sums the approved withdraws whose turn comes before that of this one. */
  async sumBefore({ id }: Withdraw): Promise<Total> {
    const rows = await this.rows
      .where({ state: "approved" })
      .whereRaw("waits_for is distinct from 'key'")
      .whereRaw(`(${TURN}) < (select ${TURN} from ${TABLE} where id = ?)`, [id])
      .select<{ count: string; amount: string }[]>(this.db.raw(TOTAL))
    return toTotal(rows[0])
  }

  /** Approved withdraws that no process has leased, and whose account number opens. */
  private sendable() {
    return this.rows
      .where({ state: "approved" })
      .whereRaw("waits_for is distinct from 'key'")
      .where(new Leases(this.db, TABLE, toWithdraw).whereFree)
      .where((query) => {
        // Medusa may still take a refund back that it has only just asked for.
        void query
          .where({ kind: "payout" })
          .orWhere(
            "created_at",
            "<",
            this.db.raw(`now() - interval '${REFUND_WAITS}'`)
          )
      })
  }

  private async sum(
    filter: (query: Knex.QueryBuilder) => void
  ): Promise<string> {
    const query = this.rows
    filter(query)
    const rows = await query.sum<{ sum: string | null }[]>({ sum: "amount" })
    return MathBN.convert(rows[0]?.sum ?? 0).toFixed()
  }
}
