import { generateEntityId } from "@medusajs/framework/utils"
import type { Knex } from "@medusajs/framework/mikro-orm/knex"
import { staffMessage, type Words } from "../../../../messages"
import { IssueStore } from "../../issues/issue-store"
import { MovementStore } from "../../ledger/movement-store"
import { PaymentStore } from "../../payments/store/payment-store"
import {
  AccountNumberStore,
  type ErasedRows,
} from "../../shared/account-number-store"
import { Leases } from "../../shared/lease"
import { Looks, RETURN_PAUSES } from "../../shared/looks"
import { rawAmount } from "../../shared/raw-amount"
import { keepWords } from "../../shared/words"
import { issueOfChange, type IssueFound } from "./issue-of-change"
import { movesOf, type Told } from "./moves"
import { writeNews } from "./news-store"
import type { Person } from "../../withdraw-rules/people"
import {
  hasEndedUnpaid,
  isFinal,
  statesBefore,
  type WithdrawState,
} from "../../withdraw-rules/state"
import {
  toWithdraw,
  type MovedWithdraw,
  type NewWithdraw,
  type Wait,
  type Withdraw,
  type WithdrawEvent,
  type WithdrawIssue,
} from "../withdraw"
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

/** A transaction of `alone`, for the stores of other tables. */
export type Transaction = Knex

const TABLE = "one2pays_withdraw"
const EVENTS = "one2pays_withdraw_event"

/** The rows that an INSERT can take at once, with PostgreSQL's 65,535 parameters. */
const CHUNK = 500

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
 * Writes of the withdraws table and its audit trail. A state changes only along `mayBecome`, in one transaction with
 * its line in the trail.
 */
export class WithdrawStore {
  readonly issues: IssueStore<WithdrawIssue, Withdraw>
  /** The lease of the process that sends or checks a withdraw. */
  readonly leases: Leases<Withdraw>
  readonly queries: WithdrawQueries
  /** The looks at withdraws that were announced as paid and are not. */
  readonly looks: Looks
  /** The looks at paid withdraws, whose bank may send the money back. */
  readonly returns: Looks
  private readonly numbers: AccountNumberStore<Withdraw>

  constructor(private readonly db: Knex) {
    this.leases = new Leases(db, TABLE, toWithdraw)
    this.queries = new WithdrawQueries(db)
    this.looks = new Looks(db, TABLE, "paid")
    this.returns = new Looks(db, TABLE, "failed", RETURN_PAUSES)
    this.numbers = new AccountNumberStore(db, {
      table: TABLE,
      column: "account_sealed",
      names: ["account_hash", "batch_hash"],
      ended: "state in ('paid', 'failed', 'canceled', 'rejected')",
      // A paid one is looked at because its bank may send it back, and that needs no number.
      awaits: "look_at is not null and state <> 'paid'",
      toRow: toWithdraw,
      leases: this.leases,
    })
    // Nobody has to send money again that left after all.
    this.issues = new IssueStore(db, TABLE, toWithdraw, yieldingTo)
  }

  static newId(): string {
    return generateEntityId(undefined, "o2pwd")
  }

  /** Runs work alone, of all instances: the amounts that it reads stay true until it has written. */
  alone<T>(
    work: (within: WithdrawStore, transaction: Transaction) => Promise<T>
  ): Promise<T> {
    return this.db.transaction(async (transaction) => {
      await transaction.raw("select pg_advisory_xact_lock(hashtext(?))", [
        TABLE,
      ])
      return work(new WithdrawStore(transaction), transaction)
    })
  }

  async insert(rows: NewWithdraw[], reason: Words): Promise<Withdraw[]> {
    const inserted: Withdraw[] = []
    for (let from = 0; from < rows.length; from += CHUNK) {
      const chunk = rows.slice(from, from + CHUNK)
      const written: unknown[] = await this.db(TABLE)
        .insert(
          chunk.map((row) => ({
            ...row,
            currency_code: "thb",
            metadata: row.metadata && JSON.stringify(row.metadata),
            first_payer: row.first_payer && JSON.stringify(row.first_payer),
            duplicate: row.duplicate && JSON.stringify(row.duplicate),
            requested_by_chain:
              row.requested_by_chain && JSON.stringify(row.requested_by_chain),
            raw_amount: rawAmount(row.amount),
          }))
        )
        .returning("*")
      await this.writeEvents(
        chunk.map((row) => ({
          withdraw_id: row.id,
          actor: row.requested_by,
          person: row.requested_by_person,
          from_state: null,
          to_state: row.state,
          reason: row.duplicate
            ? staffMessage("requested_again", { why: row.duplicate.reason })
            : reason,
        }))
      )
      inserted.push(...written.map(toWithdraw))
    }
    return inserted
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
      const within = new WithdrawStore(transaction)
      const lines = await within.writeEvents(
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

  /** Keeps how far a search of the gateway's list came. */
  async noteSearched(id: string, searchedTo: Date): Promise<void> {
    await this.db(TABLE).where({ id }).update({ searched_to: searchedTo })
  }

  /** Keeps the gateway's id of a withdraw that the plugin did not know to be there. */
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

  /**
   * Writes down which approved withdraws wait for a key, and ends the wait of those whose key is back. The sealed text
   * names its key.
   *
   * @param keyIds the keys that are there
   * @returns the references of those that wait from now on
   */
  async noteMissingKeys(keyIds: string[]): Promise<string[]> {
    const isMissing = "not (split_part(account_sealed, '.', 2) = any(:keyIds))"
    const { rows } = await this.db.raw<{
      rows: Pick<Withdraw, "reference_id" | "waits_for">[]
    }>(
      `update ${TABLE}
          set waits_for = case when ${isMissing} then 'key' end, updated_at = now()
        where state = 'approved' and deleted_at is null
          and ${isMissing} <> (waits_for is not distinct from 'key')
        returning reference_id, waits_for`,
      { keyIds }
    )
    return rows.flatMap(({ reference_id, waits_for }) =>
      waits_for ? reference_id : []
    )
  }

  /**
   * Writes down which approved withdraws wait for funds, and ends the wait of the others.
   *
   * @param ids those that wait; null when all do that do not leave
   * @param leaving those that leave now
   */
  async noteMissingFunds(
    ids: string[] | null,
    leaving: string[]
  ): Promise<void> {
    const waits = ids ? "id = any(:ids)" : "true"
    await this.db.raw(
      `update ${TABLE}
          set waits_for = case when ${waits} then 'funds' end, updated_at = now()
        where state = 'approved' and deleted_at is null and not (id = any(:leaving))
          and waits_for is distinct from 'key' and (busy_until is null or busy_until < now())
          and (${waits}) <> (waits_for is not distinct from 'funds')`,
      { ids: ids ?? [], leaving }
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

  /** See `AccountNumberStore`. */
  eraseOldNumbers(days: number, limit: number): Promise<number> {
    return this.numbers.eraseOld(days, limit)
  }

  /** Erases the account numbers of the withdraws for these payments, and writes into the trail who asked for it. */
  eraseNumbers(
    paymentIds: string[],
    actor: string
  ): Promise<ErasedRows<Withdraw>> {
    return this.db.transaction(async (transaction) => {
      const within = new WithdrawStore(transaction)
      const rows = await within.numbers.erase((query) => {
        void query.whereIn("payment_id", paymentIds)
      })
      if (rows.erased.length > 0) {
        await within.writeEvents(
          rows.erased.map(({ id, state }) => ({
            withdraw_id: id,
            actor,
            from_state: state,
            to_state: state,
            reason: staffMessage("number_erased"),
          }))
        )
      }
      return rows
    })
  }

  /**
   * Writes lines of the trail, and the news that they are worth.
   *
   * @returns the lines' ids, by withdraw
   */
  private async writeEvents(
    events: (Pick<
      WithdrawEvent,
      "withdraw_id" | "actor" | "from_state" | "to_state"
    > & { person?: string | null; reason: Words })[]
  ): Promise<ReadonlyMap<string, string>> {
    await writeNews(this.db, events)
    const ids = new Map(
      events.map(({ withdraw_id }) => [
        withdraw_id,
        generateEntityId(undefined, "o2pwe"),
      ])
    )
    await this.db(EVENTS).insert(
      events.map(({ reason, ...event }) => {
        const { text, message } = keepWords(reason)
        return {
          id: ids.get(event.withdraw_id),
          // Lines that one transaction writes keep their order.
          created_at: this.db.raw("clock_timestamp()"),
          ...event,
          reason: text,
          reason_message: message,
        }
      })
    )
    return ids
  }

  /** Keeps who asked for a withdraw, where nobody looked when they asked. The first word stays. */
  async noteRequester(
    id: string,
    { id: person, chain }: Pick<Person, "id" | "chain">
  ): Promise<void> {
    await this.db(TABLE)
      .where({ id })
      .whereNull("requested_by_chain")
      .update({
        requested_by_person: person,
        requested_by_chain: JSON.stringify(chain),
      })
  }

  /**
   * Opens the account number of a withdraw for a person. The trail says so before anybody sees it.
   *
   * @returns null when there is no such withdraw
   */
  showNumber(
    id: string,
    { actor, id: person }: Pick<Person, "actor" | "id">,
    open: (withdraw: Withdraw) => string
  ): Promise<string | null> {
    return this.db.transaction(async (transaction) => {
      const row: unknown = await transaction(TABLE)
        .where({ id })
        .whereNull("deleted_at")
        .forShare()
        .first()
      if (!row) {
        return null
      }
      const withdraw = toWithdraw(row)
      const number = open(withdraw)
      await new WithdrawStore(transaction).writeEvents([
        {
          withdraw_id: id,
          actor,
          person,
          from_state: withdraw.state,
          to_state: withdraw.state,
          reason: staffMessage("number_shown"),
        },
      ])
      return number
    })
  }

  /**
   * Gives the withdraw of a refund that Medusa forgot to the refund with which Medusa tried again, and to the person who
   * asked for that.
   */
  async adoptRefund(
    id: string,
    refundId: string,
    person: Pick<Person, "id" | "chain"> | null
  ): Promise<Withdraw | null> {
    const rows: unknown[] = await this.db(TABLE)
      .where({ id })
      .whereNotIn("state", ["failed", "canceled", "rejected"])
      .update({
        refund_id: refundId,
        requested_by_person: person?.id ?? null,
        requested_by_chain: person && JSON.stringify(person.chain),
        updated_at: this.db.fn.now(),
      })
      .returning("*")
    return rows[0] ? toWithdraw(rows[0]) : null
  }
}
