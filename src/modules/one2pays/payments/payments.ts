import type { Knex } from "@medusajs/framework/mikro-orm/knex"
import type {
  CallRank,
  Clock,
  PaymentMethod,
  WebhookEvent,
} from "../../../gateway"
import type { OrderFacts } from "../core/order-facts"
import type { OrderToPay } from "../core/order-owner"
import type { SessionFacts } from "../core/session-facts"
import { payerInvalid, type Payer } from "../payers/payer"
import type { Payers } from "../payers/payers"
import type {
  SealedPayer,
  SealedSessionData,
} from "../payers/seal-session-data"
import { ERASED } from "../shared/seal"
import {
  awaitMoreMoney,
  isOtherMoney,
  noteAnnouncedTwice,
} from "./judge/announced-twice"
import type { ErasedRows } from "../shared/account-number-store"
import { cancelForNext } from "./ask/cancel-for-next"
import { cancelPayment, refreshOrCancel } from "./cancel"
import type { PaymentContext } from "./context"
import { ensurePayment, openPayment, type NamedOrder } from "./ask/ensure"
import { findFirstPayer, findOwnPayer } from "./ask/first-payer"
import { initiatePayment, type GivenPayer } from "./ask/initiate"
import { OrderTurns } from "./store/order-turn-store"
import type { Payment } from "./payment"
import { PaymentQueries } from "./store/payment-queries"
import { proveUnit } from "./ask/prove-unit"
import { rememberPayer } from "./ask/remember-payer"

/** A lease of a payment, as it travels between the steps of a workflow. */
export interface PaymentLease {
  payment_id: string
  /** ISO 8601. */
  until: string
}

/** A customer who completes their cart later gives the payer's details again. */
const INITIATED_KEPT_DAYS = 30

/** Money that comes. One payment is one try to pay an order. Amounts are THB in major units. */
export class Payments extends PaymentQueries {
  /** One process at a time chooses the payment of an order. */
  readonly turns: OrderTurns

  constructor(
    private readonly context: PaymentContext,
    db: Knex,
    private readonly payers: Payers,
    private readonly clock: Clock
  ) {
    super(db)
    this.turns = new OrderTurns(db, clock, context.logger)
  }

  /** Stores an initiated payment when a customer chooses One2Pays. It never calls the gateway. */
  initiate(
    session: SessionFacts,
    data: Record<string, unknown>,
    given: GivenPayer
  ): Promise<Payment> {
    return initiatePayment(
      this.context,
      session,
      data,
      (sealed, collection) => this.payers.openForCollection(sealed, collection),
      given
    )
  }

  /**
   * Checks whether somebody may give an order this payer, before core replaces the order's payment session.
   *
   * @throws MedusaError `one2pays_payer_not_yours`
   */
  async assertMayGive(
    { account_name, bank_code, account_sealed }: SealedPayer,
    paymentCollectionId: string,
    order: OrderToPay
  ): Promise<void> {
    const account_number = this.payers.openForCollection(
      account_sealed,
      paymentCollectionId
    )
    await findFirstPayer(
      this.context,
      { account_name, bank_code, account_number },
      order,
      paymentCollectionId
    )
  }

  /** Finds the payer whom an order keeps, since only its own customer may give another one. Null where anybody may. */
  findOwnPayer(
    paymentCollectionId: string,
    order: OrderToPay
  ): Promise<Payment | null> {
    return findOwnPayer(this.context, order, paymentCollectionId)
  }

  /** Changes the amount of an initiated payment. */
  setAmount({ id }: Payment, amount: string): Promise<void> {
    return this.context.store.setAmount(id, amount)
  }

  /** Makes sure that the gateway has exactly one payment for the session's order. */
  async ensure(session: SessionFacts, order: OrderFacts): Promise<Payment> {
    const payment = await ensurePayment(this.as("checkout"), session, order)
    await rememberPayer(this.context, this.payers, payment)
    return payment
  }

  /** Creates an order's next payment at the gateway. From then on staff decide about money for the earlier one. */
  async openNext(
    next: Payment,
    session: SessionFacts,
    order: NamedOrder
  ): Promise<Payment> {
    const payment = await openPayment(this.as("checkout"), next, session, order)
    await rememberPayer(this.context, this.payers, payment)
    return payment
  }

  /** A payment's method and payer in the form that `initiate` takes, for the next payment. See `methodOf`. */
  async dataOf(payment: Payment): Promise<Record<string, unknown>> {
    return {
      ...(await this.methodOf(payment)),
      payer: {
        name: payment.payer_name,
        bank_code: payment.payer_bank_code,
        last4: payment.payer_last4,
      },
    }
  }

  /** A payment's method, for the next payment. Nothing when the shop does not offer it now: then its first one serves. */
  async methodOf({
    payment_method,
  }: Payment): Promise<{ payment_method?: PaymentMethod }> {
    const offered = await this.context.unit.offeredMethods()
    return offered.includes(payment_method) ? { payment_method } : {}
  }

  /**
   * A payment's method, or the one that is given, and its payer for the next payment through another payment collection,
   * the account number sealed for that one.
   *
   * @throws MedusaError `one2pays_payer_invalid` when the number was erased
   * @throws SealError when its key is gone
   */
  async dataForCollection(
    payment: Payment,
    paymentCollectionId: string,
    { payment_method }: { payment_method?: unknown }
  ): Promise<SealedSessionData> {
    if (payment.payer_sealed === ERASED) {
      throw payerInvalid("account_number")
    }
    return this.payers.sealSessionData(
      {
        ...(await this.methodOf(payment)),
        ...(payment_method === undefined ? {} : { payment_method }),
        payer: {
          account_name: payment.payer_name,
          bank_code: payment.payer_bank_code,
          account_number: this.context.openAccountNumber(payment),
        },
      },
      paymentCollectionId
    )
  }

  /**
   * Refreshes a payment, once, unless the plugin knows that its money has arrived. A payment whose QR does not fit is
   * canceled.
   *
   * @param how asks for a settled payment, too: more money may have come
   */
  refresh(payment: Payment, how?: { settled_too: boolean }): Promise<Payment> {
    return refreshOrCancel(this.context, payment, how)
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

  /** Cancels a payment at the gateway. It never throws, and remembers the wish until the payment has ended. */
  cancel(payment: Payment): Promise<Payment> {
    return cancelPayment(this.context, payment)
  }

  /**
   * Refreshes a payment, and cancels it where its time is over, so that the next one may take its place.
   *
   * @param how cancels also one that its customer can pay, and does not want to
   */
  cancelForNext(
    payment: Payment,
    how?: { payable_too?: boolean }
  ): Promise<Payment> {
    return cancelForNext(
      this.as("checkout"),
      payment,
      new Date(this.clock.now()),
      how
    )
  }

  /** Cancels a payment session's payments at the gateway, and hides those that never got there. It never throws. */
  async cancelSession(sessionId: string): Promise<void> {
    try {
      const payments = await this.listOfSessions([sessionId])
      await Promise.all(payments.map((payment) => this.cancel(payment)))
      await this.context.store.hideInitiated(sessionId)
    } catch (error) {
      this.context.logger.warn(
        `[one2pays] payment session ${sessionId} could not be canceled: ${String(error)}`
      )
    }
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

  /**
   * Proves the account's unit by the QR of a payment that nobody sees, and cancels it.
   *
   * @param amount THB in major units
   * @throws One2PaysError; MedusaError `one2pays_unit_undecided` when the QR says nothing of the unit
   */
  proveUnit(payer: Payer, amount: string): Promise<void> {
    return proveUnit(this.as("checkout"), payer, amount)
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

  /** Leases a payment and its order, across all instances. @returns null while another process has them */
  async lease(id: string, seconds: number): Promise<PaymentLease | null> {
    const leased = await this.context.store.lease(id, seconds)
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

  private as(rank: CallRank): PaymentContext {
    return { ...this.context, rank }
  }
}
