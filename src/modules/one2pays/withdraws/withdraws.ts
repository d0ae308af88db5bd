import type { Knex } from "@medusajs/framework/mikro-orm/knex"
import type { Words } from "../../../messages"
import type { BookedBack } from "../core/booked-back"
import type { GraphQuery } from "../core/query"
import { noSuchWithdraw, staffError } from "../errors/staff-error"
import { isSeenTo } from "../issues/issue"
import type { BalanceRecord } from "../gateway-state/gateway-state-store"
import type { PaymentContext } from "../payments/context"
import type { Payment } from "../payments/payment"
import { readAccountHistory, type AccountHistory } from "./account-history"
import { ApprovalQueries, type Approver } from "./store/approval-queries"
import { cancelWithdraw } from "./cancel"
import type { WithdrawContext } from "./context"
import { createWithdraws, type WithdrawRequest } from "./ask/create"
import type { PayoutInput } from "../withdraw-rules/input"
import type { ErasedRows } from "../shared/account-number-store"
import { readFunds } from "./ask/funds"
import { approveWithdraws, rejectWithdraws, type Decision } from "./decide"
import { canPayBack, payBack, payBackAgain } from "./ask/pay-back"
import { noteOwedBack, tellOwedBack } from "./ask/owed-back"
import { createRefund, forget, type RefundRequest } from "./ask/refund"
import { SealError } from "../shared/seal"
import type { Funds } from "../withdraw-rules/limits"
import {
  isSamePerson,
  type People,
  type Person,
} from "../withdraw-rules/people"
import { sendWithdraws, type SendRound } from "./send/send"
import type { Withdraw } from "./withdraw"
import { Checks } from "./checks"

const OWED_TOLD_AT_ONCE = 100

/** Money that leaves: payouts, refunds and pay-backs. Amounts are THB in major units. */
export class Withdraws extends Checks {
  /** The queue of those that wait for approval. */
  readonly approvals: ApprovalQueries

  constructor(
    context: WithdrawContext,
    private readonly payments: PaymentContext,
    private readonly people: People,
    db: Knex
  ) {
    super(context, db)
    this.approvals = new ApprovalQueries(db)
  }

  /**
   * Writes payouts, all or none. It sends nothing.
   *
   * @throws MedusaError INVALID_DATA naming rows and fields, NOT_ALLOWED when a rule or the wallet does not allow it
   */
  create(
    payouts: PayoutInput[],
    request: WithdrawRequest
  ): Promise<Withdraw[]> {
    return this.telling(createWithdraws(this.context, payouts, request))
  }

  /**
   * Writes the withdraw that pays a customer back. It refuses for no reason that passes: the withdraw waits for funds,
   * and for the key of the payer's account number.
   */
  async refund(payment: Payment, request: RefundRequest): Promise<Withdraw> {
    return this.telling(
      createRefund(this.payments, this.context, payment, request)
    )
  }

  /** Whether the money of a payment can go back to the account that it came from. */
  canPayBack(payment: Payment): boolean {
    return canPayBack(this.context.options, payment)
  }

  /** Pays unmatched money back to the account it came from. @returns id of the payout */
  async payBack(
    payment: Payment,
    person: Person,
    query: GraphQuery
  ): Promise<string> {
    const now = (await this.checkLastTry(payment))
      ? ((await this.payments.queries.find(payment.id)) ?? payment)
      : payment
    return this.telling(
      payBack(this.payments, this.context, now, person, query)
    )
  }

  /** Asks the gateway once more about a pay-back that ended unpaid: its money may have arrived after all. */
  private async checkLastTry({
    pay_back_id,
    ...seen
  }: Payment | Withdraw): Promise<boolean> {
    const last =
      pay_back_id && !isSeenTo(seen) && (await this.find(pay_back_id))
    if (!last || !last.sent_at) {
      return false
    }
    await this.check(last.id)
    return true
  }

  /** Compares what Medusa counts as gone back with the withdraws that pay it, and tells staff what is owed. */
  async compareBookings(booked: BookedBack[]): Promise<void> {
    await noteOwedBack(this.payments, this.context, booked)
    await tellOwedBack(this.payments, OWED_TOLD_AT_ONCE)
  }

  /** Tries once more to pay a customer back, after a withdraw that ended unpaid. @returns id of the payout */
  async payBackAgain(id: string, person: Person): Promise<string> {
    const withdraw = await this.retrieve(id)
    const isChecked = await this.checkLastTry(withdraw)
    // A sent withdraw may have arrived after all. A second request gives the same payout, and there is nothing left to
    // find out.
    const now =
      withdraw.sent_at && !isSeenTo(withdraw)
        ? await this.check(id)
        : isChecked
          ? await this.retrieve(id)
          : withdraw
    return this.telling(payBackAgain(this.context, now, person))
  }

  /**
   * Lets a payout leave. Four eyes: the person who asked for it cannot approve it.
   *
   * @throws MedusaError FORBIDDEN for one's own request, NOT_ALLOWED in another state
   */
  async approve(
    id: string,
    person: Person,
    query: GraphQuery
  ): Promise<Withdraw> {
    return theOne(id, await this.approveAll([id], person, query))
  }

  /** Lets payouts leave, each by the rule of `approve`. The answer names those that do not, and why. */
  approveAll(
    ids: string[],
    person: Person,
    query: GraphQuery
  ): Promise<Decision> {
    return this.telling(
      approveWithdraws(this.context, this.people, ids, person, query)
    )
  }

  /** Rejects a payout. @throws MedusaError NOT_ALLOWED when it does not wait for approval */
  async reject(id: string, person: Person, reason: Words): Promise<Withdraw> {
    return theOne(id, await this.rejectAll([id], person, reason))
  }

  /** Rejects payouts. The answer names those that do not wait for approval. */
  rejectAll(ids: string[], person: Person, reason: Words): Promise<Decision> {
    return this.telling(rejectWithdraws(this.context, ids, person, reason))
  }

  /** Finds out whose withdraws are somebody's own, for `approvals` and for the filter of the list. */
  async approver(
    query: GraphQuery,
    person: Pick<Person, "chain">
  ): Promise<Approver> {
    const unseen = await this.approvals.listUnseen()
    const requesters = await this.people.requestersOf(query, unseen)
    const own = [...requesters].filter(([, requester]) =>
      isSamePerson(requester, person)
    )
    return { chain: person.chain, own: own.map(([id]) => id) }
  }

  /** Reads what was paid to the account of a withdraw before. Null where nobody can tell the account any more. */
  accountHistory(withdraw: Withdraw): Promise<AccountHistory | null> {
    return readAccountHistory(this.context, this.approvals, withdraw)
  }

  /**
   * Opens the account number of a withdraw for a person who has to check it, and writes that into the trail. The number
   * is for their eyes: nothing may keep it.
   *
   * @throws SealError when it does not open; MedusaError NOT_FOUND, or `one2pays_account_erased` when it is no longer kept
   */
  async showAccountNumber(id: string, person: Person): Promise<string> {
    const number = await this.context.store.showNumber(id, person, (row) =>
      this.context.openAccountNumber(row)
    )
    if (number === null) {
      throw noSuchWithdraw(id)
    }
    return number
  }

  /** Cancels a withdraw: at once when it has not left, at the gateway when it has. */
  async cancel(id: string, person: Person, reason: Words): Promise<Withdraw> {
    return this.telling(
      cancelWithdraw(this.context, await this.retrieve(id), person, reason)
    )
  }

  /**
   * Sends approved withdraws, a batch at a time.
   *
   * @param refunds ids of the refunds that Medusa still knows; others stay where they are
   */
  send(refunds: string[]): Promise<SendRound> {
    return this.telling(sendWithdraws(this.context, refunds))
  }

  /** Finds out which approved withdraws wait for a key, and tells the merchant once what to do. */
  async noteMissingKeys(): Promise<void> {
    const { store, keyIds, logger } = this.context
    const waiting = await store.noteMissingKeys(keyIds)
    if (waiting.length > 0) {
      logger.error(
        `${new SealError(true).message} Withdraws that wait for it: ${waiting.join(", ")}`
      )
    }
  }

  /** Reads what the wallet has left by a balance. Null while nobody knows it. */
  funds(balance: BalanceRecord): Promise<Funds | null> {
    return readFunds(this, balance, this.context.options)
  }

  /** Cancels a refund that Medusa took back before it left. There is no issue, because Medusa booked nothing. */
  async forget(id: string): Promise<void> {
    await forget(this.context.store, { id })
  }

  /** Erases account numbers of withdraws that ended longer ago than the merchant keeps them. @returns how many */
  eraseOldNumbers(limit: number): Promise<number> {
    const { store, options } = this.context
    return store.eraseOldNumbers(options.keepAccountNumbersDays, limit)
  }

  /** Erases the account numbers of refunds and pay-backs of these payments, where they have ended. */
  eraseNumbers(
    paymentIds: string[],
    actor: string
  ): Promise<ErasedRows<Withdraw>> {
    return this.context.store.eraseNumbers(paymentIds, actor)
  }
}

/** Reads the decision about one. @throws MedusaError that says why it does not count */
function theOne(id: string, { decided, refused }: Decision): Withdraw {
  const [withdraw] = decided
  if (withdraw) {
    return withdraw
  }
  const words = refused[0]?.words
  throw words ? staffError(words) : noSuchWithdraw(id)
}
