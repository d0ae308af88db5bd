import type { Knex } from "@medusajs/framework/mikro-orm/knex"
import { staffMessage, type Words } from "../../../../messages"
import { IssueStore } from "../../issues/issue-store"
import { MovementStore } from "../../ledger/movement-store"
import { PaymentStore } from "../../payments/store/payment-store"
import { Leases } from "../../shared/lease"
import { Looks, RETURN_PAUSES } from "../../shared/looks"
import {
  hasEndedUnpaid,
  isFinal,
  statesBefore,
  type WithdrawState,
} from "../../withdraw-rules/state"
import {
  toWithdraw,
  type MovedWithdraw,
  type Wait,
  type Withdraw,
  type WithdrawIssue,
} from "../withdraw"
import { issueOfChange, type IssueFound } from "./issue-of-change"
import { movesOf, type Told } from "./moves"
import { writeTrail } from "./trail-store"
import { WithdrawQueries } from "./withdraw-queries"

/** A change of state, and everything that is written with it. */
export interface Move {
  to: WithdrawState
  actor: string
  /** The user behind the actor. */
  person?: string | null
  reason: Words
  /** The states that it may start from; every state that may change to `to` when absent. */
  from?: WithdrawState[]
  /**
   * Changes it only while the lease is still the one of this withdraw: a process that comes too late changes nothing.
   */
  leasedAs?: Pick<Withdraw, "busy_until">
  /** Leases it for so many seconds from now on, in the same statement. */
  leaseFor?: number
  /**
   * The issue that is written with it, unless the change itself raises one. When null, there is none at all.
   */
  issue?: IssueFound | null
  /** What it waits for from then on. Every other change ends the wait. */
  waits_for?: Wait
  /** The gateway's own word of the money, where it has the withdraw. */
  told?: Told
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

const TABLE = "one2pays_withdraw"

/**
 * The issues that a new one replaces while they are open. Where the money is comes first: an amount that does not fit never
 * hides a customer who did not get their money.
 */
function yieldingTo(issue: WithdrawIssue): WithdrawIssue[] {
  switch (issue) {
    case "delayed":
      return []
    case "amount_mismatch":
      return ["delayed"]
    case "paid_after_cancel":
      return ["delayed", "payout_failed", "refund_failed", "returned"]
    case "payout_failed":
    case "refund_failed":
    case "returned":
      return ["amount_mismatch", "delayed", "paid_after_cancel", "returned"]
    default:
      return issue satisfies never
  }
}

/**
 * Changes of state, each in one transaction with its line in the trail, its issue and what it moved. A state changes only
 * along `mayBecome`.
 */
export class MoveStore {
  readonly issues: IssueStore<WithdrawIssue, Withdraw>
  /** The lease of the process that sends or checks a withdraw. */
  readonly leases: Leases<Withdraw>
  readonly queries: WithdrawQueries
  /** The looks at paid withdraws, whose bank may send the money back. */
  readonly returns: Looks

  constructor(protected readonly db: Knex) {
    this.leases = new Leases(db, TABLE, toWithdraw)
    this.queries = new WithdrawQueries(db)
    this.returns = new Looks(db, TABLE, "failed", RETURN_PAUSES)
    // Nobody has to send money again that left after all.
    this.issues = new IssueStore(db, TABLE, toWithdraw, yieldingTo)
  }

  /**
   * Changes a state, and writes who did it and why.
   *
   * @returns null when the withdraw is not in a state that may change to this one, or another process was first
   */
  async move(id: string, move: Move): Promise<MovedWithdraw | null> {
    const moved = await this.moveAll([id], move)
    return moved[0] ?? null
  }

  async moveAll(ids: string[], move: Move): Promise<MovedWithdraw[]> {
    const possible = statesBefore(move.to)
    return this.db.transaction(async (transaction) => {
      const found = transaction<Withdraw>(TABLE)
        .whereNull("deleted_at")
        .whereIn("id", ids)
        .whereIn(
          "state",
          possible.filter((state) => move.from?.includes(state) ?? true)
        )
      if (move.leasedAs) {
        void found.where({ busy_until: move.leasedAs.busy_until })
      }
      const before = await found
        .select("id", "state")
        // Two who take the same rows in another order would wait for each other for ever.
        .orderBy("id")
        .forUpdate()
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
          ...(move.leaseFor === undefined
            ? {}
            : { busy_until: this.leases.endIn(move.leaseFor) }),
          state: move.to,
          waits_for: move.waits_for ?? null,
          updated_at: transaction.fn.now(),
        })
        .returning("*")
      const within = new MoveStore(transaction)
      const lines = await writeTrail(
        transaction,
        before.map((row) => ({
          withdraw_id: row.id,
          actor: move.actor,
          person: move.person,
          from_state: row.state,
          to_state: move.to,
          reason: move.reason,
        }))
      )
      const states = new Map(before.map((row) => [row.id, row.state]))
      const moved: MovedWithdraw[] = []
      for (const withdraw of rows.map(toWithdraw)) {
        const moved_from = states.get(withdraw.id) ?? withdraw.state
        await within.noteMoves(
          { ...withdraw, moved_from },
          lines.get(withdraw.id),
          move
        )
        moved.push(await within.withIssue({ ...withdraw, moved_from }, move))
      }
      return moved
    })
  }

  /** Writes into the ledger what the change moved. */
  private async noteMoves(
    withdraw: MovedWithdraw,
    event: string | undefined,
    { told }: Move
  ): Promise<void> {
    const moves = movesOf(withdraw, told)
    if (event && moves) {
      const { id, reference_id, gateway_withdraw_id, order_id } = withdraw
      await new MovementStore(this.db).noteWithdraw(
        { id, reference_id, gateway_id: gateway_withdraw_id, order_id },
        { event, ...moves }
      )
    }
  }

  private async withIssue(
    moved: MovedWithdraw,
    { issue, reason, actor }: Move
  ): Promise<MovedWithdraw> {
    const isOpenAgain = await this.followPayBack(moved)
    const own = isOpenAgain ? null : issueOfChange(moved, reason, actor)
    const found = issue === null ? null : (own ?? issue)
    if (found) {
      await this.issues.raise(moved.id, found.issue, found.message, {
        // Staff may have closed what was only announced.
        more: moved.moved_from === "paid",
      })
    } else if (
      (moved.issue === "delayed" ||
        (moved.issue === "returned" && isOpenAgain)) &&
      !moved.resolved_at &&
      isFinal(moved.state)
    ) {
      const { state } = moved
      await this.issues.resolve(
        moved.id,
        "system",
        staffMessage("ended_since", { state })
      )
    } else {
      return moved
    }
    return { ...moved, ...(await this.queries.find(moved.id)) }
  }

  /**
   * Resolves the issue that a pay-back has paid, or opens it again when the money did not arrive or the bank sent it back.
   * The issue may be a payment's, or a withdraw's that failed to pay the same customer.
   *
   * @returns whether an issue is open again, so that the pay-back needs none of its own
   */
  private async followPayBack({
    id,
    kind,
    payment_id,
    state,
    requested_by,
  }: Withdraw): Promise<boolean> {
    if (kind === "refund" || !payment_id) {
      return false
    }
    const payments = new PaymentStore(this.db)
    if (state === "paid") {
      const words = staffMessage("paid_back_by", { payout: id })
      await payments.endPayBack(id, requested_by, words)
      await this.issues.endPayBack(id, requested_by, words)
    }
    return (
      hasEndedUnpaid(state) &&
      ((await payments.reopen(id)) || (await this.issues.reopen(id)))
    )
  }

  /** The columns that keep when things happened, for a change of state. */
  private momentsOf({ to, columns, waits_for }: Move): Record<string, unknown> {
    const first = (column: string) => this.db.raw(`coalesce(${column}, now())`)
    return {
      ...(to === "sending" ? { sent_at: first("sent_at") } : {}),
      // The gateway certainly has none: a later search begins with the next request.
      ...(to === "approved" && waits_for === "funds" ? { sent_at: null } : {}),
      // Each request needs a search of its own.
      ...(to === "sending" || to === "approved" ? { searched_to: null } : {}),
      ...(columns?.gateway_withdraw_id
        ? { accepted_at: first("accepted_at") }
        : {}),
      ...(columns?.decided_by ? { decided_at: first("decided_at") } : {}),
      ...(isFinal(to) ? { ended_at: first("ended_at") } : {}),
      // This is the day on which the money left, also if the plugin thought that it had not.
      ...(to === "paid"
        ? {
            ended_at: this.db.fn.now(),
            returned_at: null,
            ...this.returns.first(),
          }
        : {}),
      ...(to === "failed" || to === "canceled"
        ? {
            returned_at: this.db.raw(
              "case when state = 'paid' then now() else returned_at end"
            ),
            // What the bank sent back needs no further look; what was announced as paid keeps its own.
            look_at: this.db.raw(
              "case when state = 'paid' then null else look_at end"
            ),
          }
        : {}),
    }
  }
}
