import type { Knex } from "@medusajs/framework/mikro-orm/knex"
import type { WebhookEvent } from "../../../gateway"
import type { ErasedRows } from "../shared/account-number-store"
import { patiently } from "../shared/lease"
import type { PaymentContext } from "./context"
import {
  awaitMoreMoney,
  isOtherMoney,
  noteAnnouncedTwice,
} from "./judge/announced-twice"
import type { Payment } from "./payment"
import { PaymentQueries } from "./store/payment-queries"

/** A lease of a payment, as it travels between the steps of a workflow. */
export interface PaymentLease {
  payment_id: string
  /** ISO 8601. */
  until: string
}

/** A customer who completes their cart later gives the payer's details again. */
const INITIATED_KEPT_DAYS = 30

/** What the plugin writes down about payments, leases and wishes among it, without a word to the gateway. */
export class Marks extends PaymentQueries {
  constructor(
    protected readonly context: PaymentContext,
    db: Knex
  ) {
    super(db)
  }

  /** Changes the amount of an initiated payment. */
  setAmount({ id }: Payment, amount: string): Promise<void> {
    return this.context.store.setAmount(id, amount)
  }

  /** Remembers that the gateway announced money for a payment. Its own answer does not show it yet. */
  awaitMoney(id: string): Promise<void> {
    return this.context.store.looks.begin(id)
  }

  /** Remembers that the gateway announced more money. @returns whether no open issue tells of it */
  awaitMoreMoney(id: string): Promise<boolean> {
    return awaitMoreMoney(this.context, id)
  }

  /** Whether an event names an amount that nobody knows for a payment whose money was accounted for. */
  isOtherMoney(payment: Payment, event: WebhookEvent): boolean {
    return isOtherMoney(payment, event)
  }

  /** Shows staff that the gateway announced money that was accounted for again, unless an open issue says so already. */
  noteAnnouncedTwice(id: string, event: string): Promise<void> {
    return noteAnnouncedTwice(this.context, id, event)
  }

  /**
   * Cancels an initiated payment of a placed order that no process will create at the gateway.
   *
   * @returns whether this call canceled it
   */
  cancelUnopened(id: string, orderId: string): Promise<boolean> {
    return this.context.store.claims.cancelUnopened(id, orderId)
  }

  /** Remembers that payments have to be canceled at the gateway, until the plugin knows that they have ended. */
  requestCancel(ids: string[]): Promise<void> {
    return this.context.store.requestCancel(ids)
  }

  /** Remembers that the next payment has to take these ones' places, and that they have to be canceled. */
  requestReplacement(ids: string[]): Promise<void> {
    return this.context.store.requestReplacement(ids)
  }

  /** Gives up on replacing payments, whose orders owe nothing any more. */
  dropReplacement(ids: string[]): Promise<void> {
    return this.context.store.dropReplacement(ids)
  }

  /** Closes an order: no payment may follow, and open ones have to be canceled at the gateway. */
  closeOrder(orderId: string): Promise<void> {
    return this.context.store.closeOrder(orderId)
  }

  /** Marks an order as kept although nobody paid, until the next look at it. */
  markKeptUnpaid(orderId: string): Promise<void> {
    return this.context.store.markKeptUnpaid(orderId)
  }

  markSettled(id: string): Promise<void> {
    return this.context.store.markSettled(id)
  }

  /**
   * Leases a payment and its order, across all instances.
   *
   * @param patienceMs to wait for another process that has them
   * @returns null while another process has them
   */
  async lease(
    id: string,
    seconds: number,
    patienceMs = 0
  ): Promise<PaymentLease | null> {
    const leased = await patiently(
      () => this.context.store.lease(id, seconds),
      patienceMs
    )
    return leased?.busy_until
      ? { payment_id: id, until: leased.busy_until.toISOString() }
      : null
  }

  /** Gives a lease back. One that has lapsed belongs to another process. */
  release({ payment_id, until }: PaymentLease): Promise<void> {
    return this.context.store.leases.release([
      { id: payment_id, busy_until: new Date(until) },
    ])
  }

  /** Deletes initiated payments of carts that customers left long ago. @returns how many */
  prune(limit: number): Promise<number> {
    return this.context.store.pruneInitiated(INITIATED_KEPT_DAYS, limit)
  }

  /** Erases account numbers of payments that ended longer ago than the merchant keeps them. @returns how many */
  eraseOldNumbers(limit: number): Promise<number> {
    const { store, options } = this.context
    return store.numbers.eraseOld(options.keepAccountNumbersDays, limit)
  }

  /** Erases the account numbers of these payment collections' payments, where no money can need them any more. */
  eraseNumbers(paymentCollectionIds: string[]): Promise<ErasedRows<Payment>> {
    return this.context.store.numbers.erase((query) => {
      void query.whereIn("payment_collection_id", paymentCollectionIds)
    })
  }

  /** Forgets a deleted customer: no checkout saves an account for them any more. */
  forgetCustomer(customerId: string): Promise<void> {
    return this.context.store.forgetCustomer(customerId)
  }
}
