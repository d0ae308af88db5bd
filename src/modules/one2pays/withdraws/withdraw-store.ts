import { generateEntityId, MathBN } from "@medusajs/framework/utils"
import type { Knex } from "@medusajs/framework/mikro-orm/knex"
import { roundThb } from "../../../gateway"
import { issueOfChange, type IssueFound } from "./issue-of-change"
import { IssueStore, type IssueColumns } from "../issues/issue-store"
import { isFinal, statesBefore, type WithdrawState } from "./state"

export type WithdrawKind = "payout" | "refund"

/** Money that left, or did not, against what is known here: for a person to decide. */
export type WithdrawIssue =
  "amount_mismatch" | "paid_after_cancel" | "refund_failed"

/** One row of `one2pays_withdraw`. `amount` is THB in major units with two decimals. */
export interface Withdraw extends IssueColumns<WithdrawIssue> {
  id: string
  kind: WithdrawKind
  state: WithdrawState
  amount: string
  currency_code: string
  account_name: string
  bank_code: string
  account_last4: string
  account_sealed: string
  description: string | null
  metadata: Record<string, unknown> | null
  reference_id: string
  idempotency_key: string
  request_key: string | null
  batch_id: string | null
  requested_by: string
  decided_by: string | null
  decided_at: Date | null
  payment_id: string | null
  order_id: string | null
  refund_id: string | null
  gateway_withdraw_id: string | null
  gateway_status: string | null
  gateway_created_at: Date | null
  sent_at: Date | null
  accepted_at: Date | null
  failure: string | null
  ended_at: Date | null
  /** Until then it is in somebody's hands; the moment is also the proof of who that is. */
  busy_until: Date | null
  created_at: Date
  updated_at: Date
}

export type NewWithdraw = Pick<
  Withdraw,
  | "id"
  | "kind"
  | "state"
  | "amount"
  | "account_name"
  | "bank_code"
  | "account_last4"
  | "account_sealed"
  | "description"
  | "metadata"
  | "reference_id"
  | "idempotency_key"
  | "request_key"
  | "batch_id"
  | "requested_by"
  | "payment_id"
  | "order_id"
  | "refund_id"
>

/** One line of the audit trail. */
export interface WithdrawEvent {
  id: string
  withdraw_id: string
  /** Admin user, `system` or `gateway`. */
  actor: string
  from_state: WithdrawState | null
  to_state: WithdrawState
  reason: string | null
  created_at: Date
}

/** A change of state, and everything that is written with it. */
export interface Move {
  to: WithdrawState
  actor: string
  reason: string
  /** Only from these; from every state that may come to `to` when absent. */
  from?: WithdrawState[]
  /** Only while it is still held as this withdraw says: whoever came too late changes nothing. */
  heldAs?: Pick<Withdraw, "busy_until">
  /** Holds it for so many seconds from now on, in the same breath. */
  holdFor?: number
  /** What a person has to look at, written with it; what the change itself says when absent, nothing when null. */
  issue?: IssueFound | null
  columns?: Partial<
    Pick<
      Withdraw,
      | "gateway_withdraw_id"
      | "gateway_status"
      | "gateway_created_at"
      | "failure"
      | "decided_by"
    >
  >
}

/** A withdraw after a change, and what it was before. */
export type MovedWithdraw = Withdraw & { moved_from: WithdrawState }

const TABLE = "one2pays_withdraw"
const EVENTS = "one2pays_withdraw_event"
const REFUND_WAITS = "15 seconds"

/** Rows an INSERT can take at once, with PostgreSQL's 65,535 parameters. */
const CHUNK = 500

/**
 * The withdraws table and its audit trail. A state changes in one transaction with the line of the
 * trail that says so, and only along `mayBecome`.
 */
export class WithdrawStore {
  readonly issues: IssueStore<WithdrawIssue, Withdraw>

  constructor(private readonly db: Knex) {
    // Money that left after all is no longer to be sent again.
    this.issues = new IssueStore(db, TABLE, toWithdraw, ["refund_failed"])
  }

  static newId(): string {
    return generateEntityId(undefined, "o2pwd")
  }

  /** Runs alone, of all instances: what it reads of amounts stays true until it has written. */
  alone<T>(
    work: (within: WithdrawStore, transaction: Knex) => Promise<T>
  ): Promise<T> {
    return this.db.transaction(async (transaction) => {
      await transaction.raw("select pg_advisory_xact_lock(hashtext(?))", [
        TABLE,
      ])
      return work(new WithdrawStore(transaction), transaction)
    })
  }

  async insert(rows: NewWithdraw[], reason: string): Promise<Withdraw[]> {
    const inserted: Withdraw[] = []
    for (let from = 0; from < rows.length; from += CHUNK) {
      const chunk = rows.slice(from, from + CHUNK)
      const written: unknown[] = await this.db(TABLE)
        .insert(
          chunk.map((row) => ({
            ...row,
            currency_code: "thb",
            metadata: row.metadata && JSON.stringify(row.metadata),
            raw_amount: JSON.stringify({ value: row.amount, precision: 20 }),
          }))
        )
        .returning("*")
      await this.writeEvents(
        chunk.map((row) => ({
          withdraw_id: row.id,
          actor: row.requested_by,
          from_state: null,
          to_state: row.state,
          reason,
        }))
      )
      inserted.push(...written.map(toWithdraw))
    }
    return inserted
  }

  /**
   * Changes a state, and writes who did it and why.
   *
   * @returns null when the withdraw is not in a state that may come to this one, or somebody was first
   */
  async move(id: string, move: Move): Promise<MovedWithdraw | null> {
    const moved = await this.moveAll([id], move)
    return moved[0] ?? null
  }

  async moveAll(ids: string[], move: Move): Promise<MovedWithdraw[]> {
    const possible = statesBefore(move.to)
    return this.db.transaction(async (transaction) => {
      const found = transaction<Withdraw>(TABLE)
        .whereIn("id", ids)
        .whereIn(
          "state",
          possible.filter((state) => move.from?.includes(state) ?? true)
        )
      if (move.heldAs) {
        void found.where({ busy_until: move.heldAs.busy_until })
      }
      const before = await found.select("id", "state").forUpdate()
      if (before.length === 0) {
        return []
      }
      const rows: unknown[] = await transaction(TABLE)
        .whereIn(
          "id",
          before.map((row) => row.id)
        )
        .update({
          ...move.columns,
          ...this.momentsOf(move),
          ...(move.holdFor === undefined
            ? {}
            : { busy_until: this.inSeconds(move.holdFor) }),
          state: move.to,
          updated_at: transaction.fn.now(),
        })
        .returning("*")
      const within = new WithdrawStore(transaction)
      await within.writeEvents(
        before.map((row) => ({
          withdraw_id: row.id,
          actor: move.actor,
          from_state: row.state,
          to_state: move.to,
          reason: move.reason,
        }))
      )
      const states = new Map(before.map((row) => [row.id, row.state]))
      const moved: MovedWithdraw[] = []
      for (const withdraw of rows.map(toWithdraw)) {
        const moved_from = states.get(withdraw.id) ?? withdraw.state
        moved.push(await within.withIssue({ ...withdraw, moved_from }, move))
      }
      return moved
    })
  }

  private async withIssue(
    moved: MovedWithdraw,
    { issue, reason }: Move
  ): Promise<MovedWithdraw> {
    const found = issue === undefined ? issueOfChange(moved, reason) : issue
    if (!found) {
      return moved
    }
    await this.issues.raise(moved.id, found.issue, found.detail)
    return { ...moved, ...(await this.find(moved.id)) }
  }

  /** Keeps the gateway's name of a withdraw that was not known to be there. */
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

  /** What a state says about when things happened. */
  private momentsOf({ to, columns }: Move): Record<string, Knex.Raw> {
    const first = (column: string) => this.db.raw(`coalesce(${column}, now())`)
    return {
      ...(to === "sending" ? { sent_at: first("sent_at") } : {}),
      ...(columns?.gateway_withdraw_id
        ? { accepted_at: first("accepted_at") }
        : {}),
      ...(columns?.decided_by ? { decided_at: first("decided_at") } : {}),
      ...(isFinal(to) ? { ended_at: first("ended_at") } : {}),
      // The day on which money left, also if it was thought not to.
      ...(to === "paid" ? { ended_at: this.db.fn.now() } : {}),
    }
  }

  private async writeEvents(
    events: Omit<WithdrawEvent, "id" | "created_at">[]
  ): Promise<void> {
    await this.db(EVENTS).insert(
      events.map((event) => ({
        id: generateEntityId(undefined, "o2pwe"),
        // Of lines that one transaction writes, the order is kept.
        created_at: this.db.raw("clock_timestamp()"),
        ...event,
      }))
    )
  }

  /** The audit trail of a withdraw, the first line first. */
  async listEvents(withdrawId: string): Promise<WithdrawEvent[]> {
    return this.db<WithdrawEvent>(EVENTS)
      .where({ withdraw_id: withdrawId })
      .orderBy(["created_at", "id"])
  }

  find(id: string): Promise<Withdraw | null> {
    return this.first({ id })
  }

  findByReference(referenceId: string): Promise<Withdraw | null> {
    return this.first({ reference_id: referenceId })
  }

  findByGatewayId(gatewayWithdrawId: string): Promise<Withdraw | null> {
    return this.first({ gateway_withdraw_id: gatewayWithdrawId })
  }

  findByRequestKey(requestKey: string): Promise<Withdraw | null> {
    return this.first({ request_key: requestKey })
  }

  async listOfBatch(batchId: string): Promise<Withdraw[]> {
    const rows: unknown[] = await this.db(TABLE)
      .where({ batch_id: batchId })
      .orderBy(["created_at", "id"])
    return rows.map(toWithdraw)
  }

  /** The refunds of a payment, the first one first. */
  async listRefundsOf(paymentId: string): Promise<Withdraw[]> {
    const rows: unknown[] = await this.db(TABLE)
      .where({ payment_id: paymentId, kind: "refund" })
      .orderBy(["created_at", "id"])
    return rows.map(toWithdraw)
  }

  /** Gives a refund that Medusa forgot to the one with which it tried again. */
  async adoptRefund(id: string, refundId: string): Promise<Withdraw | null> {
    const rows: unknown[] = await this.db(TABLE)
      .where({ id })
      .whereNotIn("state", ["failed", "canceled", "rejected"])
      .update({ refund_id: refundId, updated_at: this.db.fn.now() })
      .returning("*")
    return rows[0] ? toWithdraw(rows[0]) : null
  }

  /** THB of all payouts that were asked for since, and have not failed. */
  sumSince(since: Date): Promise<string> {
    return this.sum((query) => {
      void query
        .where({ kind: "payout" })
        .where("created_at", ">=", since)
        .whereNotIn("state", ["failed", "canceled", "rejected"])
    })
  }

  /** THB of all payouts that left since. */
  sumSentSince(since: Date): Promise<string> {
    return this.sum((query) => {
      void query
        .where({ kind: "payout" })
        .where("sent_at", ">=", since)
        .whereNotIn("state", ["approved", "failed", "canceled", "rejected"])
    })
  }

  /**
   * THB that a balance of a certain time does not show yet: what is on its way, and what the
   * gateway was not known to have by then.
   *
   * @param waiting whether what still waits to leave counts, too
   */
  sumReserved(asOf: Date, { waiting }: { waiting: boolean }): Promise<string> {
    return this.sum((query) => {
      void query.where((any) =>
        any
          .whereIn("state", [
            "sending",
            "unknown",
            ...(waiting ? ["requires_approval", "approved"] : []),
          ])
          .orWhere((accepted) =>
            accepted
              .where("accepted_at", ">=", asOf)
              .whereNotIn("state", ["failed", "canceled"])
          )
      )
    })
  }

  private async sum(
    filter: (query: Knex.QueryBuilder) => void
  ): Promise<string> {
    const query = this.db(TABLE)
    filter(query)
    const rows = await query.sum<{ sum: string | null }[]>({ sum: "amount" })
    return MathBN.convert(rows[0]?.sum ?? 0).toFixed()
  }

  async hasApproved(): Promise<boolean> {
    const row: unknown = await this.sendable().first("id")
    return row !== undefined
  }

  private sendable() {
    return this.db(TABLE)
      .where({ state: "approved" })
      .where((query) => {
        void query
          .whereNull("busy_until")
          .orWhere("busy_until", "<", this.db.fn.now())
      })
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

  /** Refunds that are about to leave, with Medusa's ids of them. */
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
   * What may leave now, the oldest first; locked for the transaction that it is read in.
   *
   * @param refunds ids of the refunds that may
   */
  async lockApproved(limit: number, refunds: string[]): Promise<Withdraw[]> {
    const rows: unknown[] = await this.sendable()
      .where((query) => {
        void query.where({ kind: "payout" }).orWhereIn("id", refunds)
      })
      .orderBy(["created_at", "id"])
      .limit(limit)
      .forUpdate()
      .skipLocked()
    return rows.map(toWithdraw)
  }

  /**
   * Takes what is unfinished and in nobody's hands: sent and not answered, or waiting at the
   * gateway. The right lapses by itself.
   */
  async lease(
    states: WithdrawState[],
    limit: number,
    seconds: number
  ): Promise<Withdraw[]> {
    const rows: unknown[] = await this.db(TABLE)
      .whereIn("id", (free) => {
        void free
          .select("id")
          .from(TABLE)
          .whereIn("state", states)
          .where((query) => {
            void query
              .whereNull("busy_until")
              .orWhere("busy_until", "<", this.db.fn.now())
          })
          .orderBy([
            { column: "busy_until", order: "asc", nulls: "first" },
            { column: "created_at", order: "asc" },
          ])
          .limit(limit)
          .forUpdate()
          .skipLocked()
      })
      .update({ busy_until: this.inSeconds(seconds) })
      .returning("*")
    return rows.map(toWithdraw)
  }

  /** Cut to what a `Date` can say, so that it can be compared with one. */
  private inSeconds(seconds: number): Knex.Raw {
    return this.db.raw(
      "date_trunc('milliseconds', now() + make_interval(secs => ?))",
      [seconds]
    )
  }

  /** Takes one, as it is now, unless somebody else works on it. */
  async acquire(id: string, seconds: number): Promise<Withdraw | null> {
    const rows: unknown[] = await this.db(TABLE)
      .where({ id })
      .where((query) => {
        void query
          .whereNull("busy_until")
          .orWhere("busy_until", "<", this.db.fn.now())
      })
      .update({ busy_until: this.inSeconds(seconds) })
      .returning("*")
    return rows[0] ? toWithdraw(rows[0]) : null
  }

  /**
   * Goes on holding one.
   *
   * @returns null when it is somebody else's by now, or not what it was
   */
  async renew(
    { id, state, busy_until }: Withdraw,
    seconds: number
  ): Promise<Withdraw | null> {
    const rows: unknown[] = await this.db(TABLE)
      .where({ id, state, busy_until })
      .whereNotNull("busy_until")
      .update({ busy_until: this.inSeconds(seconds) })
      .returning("*")
    return rows[0] ? toWithdraw(rows[0]) : null
  }

  /** Lets go of one after a pause, if it is still held. */
  async releaseAfter(
    { id, busy_until }: Withdraw,
    seconds: number
  ): Promise<void> {
    await this.db(TABLE)
      .where({ id, busy_until })
      .whereNotNull("busy_until")
      .update({ busy_until: this.inSeconds(seconds) })
  }

  /** Lets go of those that are still held as they were when they were taken. */
  async release(withdraws: Withdraw[]): Promise<void> {
    const moments = new Map<number, string[]>()
    for (const { id, busy_until } of withdraws) {
      if (busy_until) {
        const ids = moments.get(busy_until.getTime()) ?? []
        ids.push(id)
        moments.set(busy_until.getTime(), ids)
      }
    }
    for (const [moment, ids] of moments) {
      await this.db(TABLE)
        .whereIn("id", ids)
        .where({ busy_until: new Date(moment) })
        .update({ busy_until: null })
    }
  }

  private async first(where: Partial<Withdraw>): Promise<Withdraw | null> {
    const row: unknown = await this.db(TABLE).where(where).first()
    return row ? toWithdraw(row) : null
  }
}

/** `numeric` arrives from the driver as text; the scale is put back to two decimals. */
export function toWithdraw(row: unknown): Withdraw {
  const withdraw = row as Withdraw
  return { ...withdraw, amount: roundThb(withdraw.amount) }
}
