import { MedusaError } from "@medusajs/framework/utils"
import type { WebhookEvent } from "../../../gateway"
import { staffText } from "../../../messages"
import type { PayoutInput } from "./input"
import { cancelWithdraw } from "./cancel"
import { checkPendingWithdraws, resolveLostWithdraws } from "./check-pending"
import { checkWithdraw } from "./check"
import { createRefund, forget, type RefundRequest } from "./refund"
import { createWithdraws, type WithdrawRequest } from "./create"
import { expectedError } from "../errors/expected-error"
import {
  listWithdraws,
  streamWithdraws,
  type WithdrawQuery,
} from "./withdraw-queries"
import { inProgress } from "../errors/in-progress"
import { payBackAgain } from "./pay-back"
import type { Payment } from "../payments/payment-store"
import { announceIssueOf } from "./record"
import { sendWithdraws, type SendRound } from "./send"
import type { WithdrawContext } from "./context"
import type { Withdraw, WithdrawEvent } from "./withdraw-store"
import type { Knex } from "@medusajs/framework/mikro-orm/knex"

/** One check at a time; the right lapses when its holder dies. */
const LEASE_SECONDS = 60

/** Money that leaves: payouts, and refunds that are paid as such. Amounts are THB in major units. */
export class Payouts {
  constructor(
    private readonly context: WithdrawContext,
    private readonly db: Knex
  ) {}

  /**
   * Writes payouts, all or none. Nothing is sent here.
   *
   * @throws MedusaError INVALID_DATA naming rows and fields, NOT_ALLOWED when a rule or the wallet
   * does not allow it
   */
  create(
    payouts: PayoutInput[],
    request: WithdrawRequest
  ): Promise<Withdraw[]> {
    return createWithdraws(this.context, payouts, request)
  }

  /** Writes the withdraw that pays a customer back. */
  refund(payment: Payment, request: RefundRequest): Promise<Withdraw> {
    return createRefund(this.context, payment, request)
  }

  /** Tries once more to pay a customer back, after a withdraw that was to do it has ended without. @returns id of the payout */
  async payBackAgain(id: string, actor: string): Promise<string> {
    const withdraw = await this.retrieve(id)
    // What was sent may have arrived after all. Asked for again, it is the same payout, and nothing is left to find out.
    const now =
      withdraw.sent_at && !withdraw.resolved_at
        ? await this.check(id)
        : withdraw
    return payBackAgain(this.context, now, actor)
  }

  /**
   * Lets a payout leave.
   *
   * @param isOwn whether the actor is who asked for it, as `isOwnRequest` knows: they cannot approve it
   * @throws MedusaError FORBIDDEN for one's own request, NOT_ALLOWED in another state
   */
  async approve(id: string, actor: string, isOwn: boolean): Promise<Withdraw> {
    if (isOwn) {
      throw expectedError(
        MedusaError.Types.FORBIDDEN,
        staffText("own_request"),
        "one2pays_own_request"
      )
    }
    return this.decide(id, "approved", actor, staffText("approved"))
  }

  /** @throws MedusaError NOT_ALLOWED when it does not wait for approval */
  async reject(id: string, actor: string, reason: string): Promise<Withdraw> {
    const rejected = await this.decide(id, "rejected", actor, reason)
    await announceIssueOf(this.context, rejected)
    return rejected
  }

  private async decide(
    id: string,
    to: "approved" | "rejected",
    actor: string,
    reason: string
  ): Promise<Withdraw> {
    const decided = await this.context.store.move(id, {
      to,
      from: ["requires_approval"],
      actor,
      reason,
      columns: { decided_by: actor },
    })
    if (!decided) {
      const { state } = await this.retrieve(id)
      throw expectedError(
        MedusaError.Types.NOT_ALLOWED,
        staffText("not_waiting", { state }),
        "one2pays_wrong_state"
      )
    }
    return decided
  }

  /** Cancels it, at once where it has not left, at the gateway where it has. */
  async cancel(id: string, actor: string, reason: string): Promise<Withdraw> {
    return cancelWithdraw(this.context, await this.retrieve(id), actor, reason)
  }

  /**
   * Asks the gateway what has become of it.
   *
   * @throws One2PaysError when the gateway cannot be asked; MedusaError `one2pays_in_progress` while
   * another instance works on it
   */
  async check(id: string): Promise<Withdraw> {
    const held = await this.context.store.acquire(id, LEASE_SECONDS)
    if (!held) {
      const { reference_id } = await this.retrieve(id)
      throw inProgress(
        staffText("withdraw_in_progress", { reference: reference_id })
      )
    }
    try {
      return await checkWithdraw(this.context, held)
    } finally {
      await this.context.store.release([held])
    }
  }

  /**
   * Sends what is approved, a batch at a time.
   *
   * @param refunds ids of the refunds that Medusa still knows of: others stay where they are
   */
  send(refunds: string[]): Promise<SendRound> {
    return sendWithdraws(this.context, refunds)
  }

  /** Finds out what became of those whose answer was lost. */
  resolveLost(): Promise<void> {
    return resolveLostWithdraws(this.context)
  }

  /** Asks for all that waits at the gateway. */
  checkPending(): Promise<void> {
    return checkPendingWithdraws(this.context)
  }

  /** Refunds that are about to leave, with Medusa's ids of them. */
  listSendableRefunds(
    limit: number
  ): Promise<Pick<Withdraw, "id" | "refund_id">[]> {
    return this.context.store.listSendableRefunds(limit)
  }

  /** Lets go of a refund that Medusa took back before it left. No issue: nothing was booked. */
  async forget(id: string): Promise<void> {
    await forget(this.context.store, { id })
  }

  /** The withdraw that a webhook is about: by our reference first, then by the gateway's id. */
  async findOfEvent(event: WebhookEvent): Promise<Withdraw | null> {
    const { store } = this.context
    return (
      (event.referenceId && (await store.findByReference(event.referenceId))) ||
      (event.objectId && (await store.findByGatewayId(event.objectId))) ||
      null
    )
  }

  /** @throws MedusaError NOT_FOUND */
  async retrieve(id: string): Promise<Withdraw> {
    const withdraw = await this.context.store.find(id)
    if (!withdraw) {
      throw expectedError(
        MedusaError.Types.NOT_FOUND,
        staffText("no_withdraw", { id })
      )
    }
    return withdraw
  }

  /** The audit trail, the first line first. */
  listEvents(id: string): Promise<WithdrawEvent[]> {
    return this.context.store.listEvents(id)
  }

  /** A page for staff to look at, and how many there are. */
  list(
    query: WithdrawQuery
  ): Promise<{ withdraws: Withdraw[]; count: number }> {
    return listWithdraws(this.db, query)
  }

  /** All that a query finds, a few at a time. */
  stream(
    query: Omit<WithdrawQuery, "order" | "limit" | "offset">
  ): AsyncGenerator<Withdraw, void, undefined> {
    return streamWithdraws(this.db, query)
  }

  /** @throws MedusaError NOT_ALLOWED when it has no open issue */
  async resolveIssue(
    id: string,
    by: string,
    resolution: string
  ): Promise<Withdraw> {
    const resolved = await this.context.store.issues.resolve(id, by, resolution)
    if (!resolved) {
      throw expectedError(
        MedusaError.Types.NOT_ALLOWED,
        staffText("no_open_issue", { id }),
        "one2pays_wrong_state"
      )
    }
    return resolved
  }
}
