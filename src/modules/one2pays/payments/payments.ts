import type { Knex } from "@medusajs/framework/mikro-orm/knex"
import type { CallRank, Clock, PaymentMethod } from "../../../gateway"
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
import { cancelForNext } from "./ask/cancel-for-next"
import { cancelPayment, refreshOrCancel } from "./cancel"
import type { PaymentContext } from "./context"
import { ensurePayment, openPayment } from "./ask/ensure"
import { findFirstPayer, findOwnPayer } from "./ask/first-payer"
import { initiatePayment, type GivenPayer } from "./ask/initiate"
import { OrderTurns } from "./store/order-turn-store"
import type { Payment } from "./payment"
import { proveUnit } from "./ask/prove-unit"
import { rememberPayer } from "./ask/remember-payer"
import { Marks } from "./marks"
import type { NamedOrder } from "./ask/create-at-gateway"

/** Money that comes. One payment is one try to pay an order. Amounts are THB in major units. */
export class Payments extends Marks {
  /** One process at a time chooses the payment of an order. */
  readonly turns: OrderTurns

  constructor(
    context: PaymentContext,
    db: Knex,
    private readonly payers: Payers,
    private readonly clock: Clock
  ) {
    super(context, db)
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
   * Proves the account's unit by the QR of a payment that nobody sees, and cancels it.
   *
   * @param amount THB in major units
   * @throws One2PaysError; MedusaError `one2pays_unit_undecided` when the QR says nothing of the unit
   */
  proveUnit(payer: Payer, amount: string): Promise<void> {
    return proveUnit(this.as("checkout"), payer, amount)
  }

  private as(rank: CallRank): PaymentContext {
    return { ...this.context, rank }
  }
}
