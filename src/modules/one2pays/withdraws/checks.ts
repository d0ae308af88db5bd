import type { Knex } from "@medusajs/framework/mikro-orm/knex"
import type { WebhookEvent } from "../../../gateway"
import { staffMessage } from "../../../messages"
import { logFailure } from "../errors/log-failure"
import { noSuchWithdraw, staffError } from "../errors/staff-error"
import type { WithdrawContext } from "./context"
import { checkWithdraw } from "./send/check"
import {
  resolveLostWithdraws,
  checkPendingWithdraws,
  checkAnnouncedWithdraws,
  checkPaidWithdraws,
} from "./send/check-pending"
import { noteDelayed } from "./send/delayed"
import { compareAnnounced } from "./send/record"
import { tellNews } from "./store/news-store"
import { WithdrawQueries } from "./store/withdraw-queries"
import type { Withdraw } from "./withdraw"

/** Only one process checks a withdraw at a time. */
const LEASE_SECONDS = 60

/** What the gateway says of withdraws, and the news of what changed. */
export class Checks extends WithdrawQueries {
  constructor(
    protected readonly context: WithdrawContext,
    db: Knex
  ) {
    super(db)
  }

  /** Finds a withdraw. @throws MedusaError NOT_FOUND when there is none */
  async retrieve(id: string): Promise<Withdraw> {
    const withdraw = await this.find(id)
    if (!withdraw) {
      throw noSuchWithdraw(id)
    }
    return withdraw
  }

  /**
   * Asks the gateway about a withdraw.
   *
   * @throws One2PaysError when the gateway does not answer; MedusaError `one2pays_in_progress` while another instance
   * works on it
   */
  async check(id: string): Promise<Withdraw> {
    const leased = await this.context.store.leases.acquire(id, LEASE_SECONDS)
    if (!leased) {
      const { reference_id } = await this.retrieve(id)
      throw staffError(
        staffMessage("withdraw_in_progress", { reference: reference_id })
      )
    }
    try {
      return await this.telling(checkWithdraw(this.context, leased))
    } finally {
      await this.context.store.leases.release([leased])
    }
  }

  /** Resolves withdraws with an unknown outcome: the sender crashed or got no response. */
  resolveLost(): Promise<void> {
    return this.telling(resolveLostWithdraws(this.context))
  }

  /** Checks all withdraws that wait at the gateway. */
  checkPending(): Promise<void> {
    return this.telling(checkPendingWithdraws(this.context))
  }

  /** Checks withdraws that the gateway has announced as paid, though its own answer did not say so, when they are due. */
  checkAnnounced(): Promise<void> {
    return this.telling(checkAnnouncedWithdraws(this.context))
  }

  /** Checks paid withdraws that are due: their bank may have sent the money back. */
  checkPaid(): Promise<void> {
    return this.telling(checkPaidWithdraws(this.context))
  }

  /** Raises an issue for each withdraw that should have arrived by now. */
  noteDelayed(limit: number): Promise<void> {
    return noteDelayed(this.context, limit)
  }

  /**
   * Notes that the gateway announced the end of a withdraw which its own answer shows as paid, and looks at it again on
   * the schedule of paid withdraws.
   */
  async noteReturnAnnounced({
    id,
    amount,
    reference_id,
  }: Withdraw): Promise<void> {
    await this.context.store.returns.restart(id)
    await this.context.issues.raise(
      id,
      "returned",
      staffMessage("return_announced", { amount, reference: reference_id })
    )
  }

  /** Emits the events of what has changed. Each is one instance's. */
  tellNews(): Promise<void> {
    return tellNews(this.db, this.context.bus)
  }

  /** Emits the events of a change as soon as it is written. Where that fails, the next job does. */
  protected async telling<T>(change: Promise<T>): Promise<T> {
    const changed = await change
    await this.tellNews().catch((error: unknown) => {
      logFailure(this.context.logger, "news of withdraws were not told", error)
    })
    return changed
  }

  /** Remembers that the gateway announced a withdraw as paid. Its own answer does not say so yet. */
  awaitConfirmation(id: string): Promise<void> {
    return this.context.store.looks.begin(id)
  }

  /** Shows staff that the gateway announced another amount than was sent. */
  compareAnnounced(withdraw: Withdraw, event: WebhookEvent): Promise<void> {
    return compareAnnounced(this.context, withdraw, event)
  }
}
