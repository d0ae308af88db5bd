import type {
  AuthorizePaymentInput,
  AuthorizePaymentOutput,
  CancelPaymentInput,
  CancelPaymentOutput,
  CapturePaymentInput,
  CapturePaymentOutput,
  CreateAccountHolderInput,
  CreateAccountHolderOutput,
  DeleteAccountHolderInput,
  DeleteAccountHolderOutput,
  DeletePaymentInput,
  DeletePaymentMethodInput,
  DeletePaymentMethodOutput,
  DeletePaymentOutput,
  GetPaymentStatusInput,
  GetPaymentStatusOutput,
  InitiatePaymentInput,
  InitiatePaymentOutput,
  ListPaymentMethodsInput,
  ListPaymentMethodsOutput,
  Logger,
  PaymentSessionStatus,
  ProviderWebhookPayload,
  RefundPaymentInput,
  RefundPaymentOutput,
  RetrievePaymentInput,
  RetrievePaymentOutput,
  SavePaymentMethodInput,
  SavePaymentMethodOutput,
  UpdateAccountHolderInput,
  UpdateAccountHolderOutput,
  UpdatePaymentInput,
  UpdatePaymentOutput,
  WebhookActionResult,
} from "@medusajs/framework/types"
import {
  AbstractPaymentProvider,
  MathBN,
  MedusaError,
  PaymentActions,
} from "@medusajs/framework/utils"
import { roundThb, type WebhookEvent } from "../../gateway"
import { staffMessage } from "../../messages"
import {
  isMoney,
  type OrderFacts,
} from "../../modules/one2pays/core/order-facts"
import { loadOwner } from "../../modules/one2pays/core/order-owner"
import type { GraphQuery } from "../../modules/one2pays/core/query"
import { readRefundAmount } from "../../modules/one2pays/core/refund-facts"
import {
  findRefundIds,
  loadPaymentFacts,
  loadSessionFacts,
  type PaymentFacts,
  type SessionFacts,
} from "../../modules/one2pays/core/session-facts"
import { expectedError } from "../../modules/one2pays/errors/expected-error"
import {
  publicError,
  reachable,
  type Reader,
} from "../../modules/one2pays/errors/public-error"
import {
  invalidFields,
  staffError,
} from "../../modules/one2pays/errors/staff-error"
import { parsePayer } from "../../modules/one2pays/payers/payer"
import { assertAmountOwed } from "../../modules/one2pays/payments/ask/ensure"
import type { Payment } from "../../modules/one2pays/payments/payment"
import { toSessionStatus } from "../../modules/one2pays/payments/session-status"
import {
  decideSettlement,
  type Settlement,
} from "../../modules/one2pays/payments/settlement"
import type One2PaysModuleService from "../../modules/one2pays/service"
import { newsOf } from "../../modules/one2pays/webhooks/news"
import { describeRefusal } from "../../modules/one2pays/webhooks/webhooks"
import {
  customerIdOf,
  newAccountHolder,
  requireCustomerId,
  toPaymentMethod,
} from "./account-holder"
import { checkPluginEntry } from "./check-plugin-entry"
import { toSessionData } from "./public-session"

interface Cradle extends Record<string, unknown> {
  logger: Logger
  query: GraphQuery
  one2pays: One2PaysModuleService
}

/** A webhook of core's path whose signature fits. */
interface VerifiedWebhook {
  rawBody: Buffer
  event: WebhookEvent
  is_stale: boolean
}

/**
 * Translates Medusa's payment calls into calls of the module `one2pays`. It holds no state, no SQL and no HTTP of its
 * own. Its id is `pp_one2pays_one2pays`.
 *
 * `authorizePayment` creates the payment at the gateway, after Medusa has written the order: only then is there an order
 * id to use as reference.
 */
export default class One2PaysProviderService extends AbstractPaymentProvider {
  static override identifier = "one2pays"

  /** The provider has no options. Medusa calls this method at boot, so the check of the plugin's entry stands here. */
  static override validateOptions(): void {
    checkPluginEntry()
  }

  private readonly cradle: Cradle

  constructor(cradle: Cradle, options?: Record<string, unknown>) {
    super(cradle, options)
    this.cradle = cradle
  }

  /**
   * Writes down an initiated payment, and calls no gateway as long as there is no order. No cart completes a payment
   * collection that belongs to an order already (a payment link of the admin, a second try), so its payment is opened
   * at once.
   */
  async initiatePayment(
    input: InitiatePaymentInput
  ): Promise<InitiatePaymentOutput> {
    const session = await this.session(input.data)
    if (session.order?.canceled) {
      throw publicError("one2pays_order_canceled")
    }
    if (session.order) {
      if (!isMoney(session.order.owed)) {
        throw publicError("one2pays_already_paid")
      }
      assertAmountOwed(session, session.order)
    }
    // Core names a customer only where one is logged in.
    const asked_by = input.context?.customer?.id
    const order = session.order && {
      order_id: session.order.id,
      owner: await loadOwner(this.cradle.query, session.order.id),
      asked_by,
    }
    const payment = await this.reachable(
      `the payment of session ${session.id} could not be prepared`,
      () =>
        this.one2pays.payments.initiate(session, input.data ?? {}, {
          order,
          remember_for: input.data?.save_payer === true ? asked_by : undefined,
        })
    )
    if (session.order) {
      await this.assertStands(session)
      const opened = await this.ensure(session, session.order)
      return {
        id: opened.id,
        status: "pending_authorization",
        data: toSessionData(opened, input.data),
      }
    }
    return {
      id: payment.id,
      status: "pending",
      data: toSessionData(payment, input.data),
    }
  }

  /**
   * Creates or refreshes: the first call for an order creates its payment at the gateway. Every later call (of a
   * webhook, a job or an admin) answers how the payment stands.
   */
  async authorizePayment(
    input: AuthorizePaymentInput
  ): Promise<AuthorizePaymentOutput> {
    const session = await this.session(input.data, input.context)
    if (!session.order) {
      this.cradle.logger.error(
        `[one2pays] payment session ${session.id} cannot be authorized: its payment collection belongs to no order`
      )
      throw publicError("one2pays_rejected")
    }
    const payment = await this.ensure(session, session.order)
    const settlement = decideSettlement(payment, {
      session,
      order: session.order,
    })
    await this.noteIssue(payment, settlement)
    return {
      status: toSessionStatus(settlement, session.order),
      data: toSessionData(payment, input.data),
    }
  }

  /** Core captures a payment that `authorizePayment` called captured without this call, which confirms it to anyone else. */
  async capturePayment(
    input: CapturePaymentInput
  ): Promise<CapturePaymentOutput> {
    const payment = await this.payment(input.data)
    if ((await this.statusOf(payment)) !== "captured") {
      throw expectedError(
        MedusaError.Types.NOT_ALLOWED,
        "One2Pays captures a payment when the customer pays it; this one has not been paid.",
        "one2pays_rejected"
      )
    }
    return { data: input.data }
  }

  /** Cancels the payment at the gateway. A second cancel is no error. A paid payment cannot be canceled. */
  async cancelPayment(input: CancelPaymentInput): Promise<CancelPaymentOutput> {
    const payment = await this.one2pays.payments.cancel(
      await this.payment(input.data)
    )
    if (payment.state === "succeeded" && !payment.paid_back_at) {
      throw expectedError(
        MedusaError.Types.NOT_ALLOWED,
        "The customer has already paid: a paid payment cannot be canceled.",
        "one2pays_rejected"
      )
    }
    return { data: input.data }
  }

  /** Never throws: after an error here, the customer could not change the cart any more. */
  async deletePayment(input: DeletePaymentInput): Promise<DeletePaymentOutput> {
    const sessionId = sessionIdOf(input.data)
    if (sessionId) {
      await this.one2pays.payments.cancelSession(sessionId)
    }
    return { data: input.data }
  }

  async updatePayment(input: UpdatePaymentInput): Promise<UpdatePaymentOutput> {
    const payment = await this.payment(input.data)
    const amount = roundThb(MathBN.convert(input.amount).toFixed())
    if (input.currency_code.toLowerCase() !== "thb") {
      throw publicError("one2pays_currency_unsupported")
    }
    if (amount !== payment.amount) {
      if (payment.state !== "initiated") {
        throw expectedError(
          MedusaError.Types.NOT_ALLOWED,
          "The amount of a payment that was shown to the customer cannot change. Create a new payment session.",
          "one2pays_rejected"
        )
      }
      await this.one2pays.payments.setAmount(payment, amount)
    }
    return { data: toSessionData({ ...payment, amount }, input.data) }
  }

  /**
   * One2Pays has no refund call, so a withdraw pays the customer back, to the account that they gave. Medusa books the
   * refund now, and where it cancels an order also after a refusal. So this refuses only for good. Staff approve the
   * withdraw later, and a job sends it as soon as the wallet holds it.
   */
  async refundPayment(input: RefundPaymentInput): Promise<RefundPaymentOutput> {
    if (this.one2pays.options.refunds.mode === "off") {
      throw staffError(staffMessage("refunds_off"))
    }
    const payment = await this.paidPayment(input.data)
    const refundId = input.context?.idempotency_key
    if (!refundId) {
      throw new MedusaError(
        MedusaError.Types.INVALID_DATA,
        "One2Pays: a refund needs an idempotency key"
      )
    }
    const { query } = this.cradle
    const amount = await readRefundAmount(
      query,
      payment.session_id,
      input.amount
    )
    if (amount === undefined) {
      const words = staffMessage("amount")
      throw invalidFields([{ problems: [{ field: "amount", words }] }])
    }
    await this.reachable(
      `the refund of ${payment.reference_id ?? payment.id} could not be asked for`,
      async () =>
        this.one2pays.withdraws.refund(payment, {
          amount,
          refund_id: refundId,
          person: await this.one2pays.people.ofRefund(query, refundId),
          findRefundIds: (ids) => findRefundIds(query, ids),
        }),
      "staff"
    )
    return { data: input.data }
  }

  async retrievePayment(
    input: RetrievePaymentInput
  ): Promise<RetrievePaymentOutput> {
    const payment = await this.refresh(await this.payment(input.data))
    return { data: toSessionData(payment, input.data) }
  }

  async getPaymentStatus(
    input: GetPaymentStatusInput
  ): Promise<GetPaymentStatusOutput> {
    const payment = await this.refresh(await this.payment(input.data))
    const status =
      payment.state === "initiated" ? "pending" : await this.statusOf(payment)
    return { status, data: toSessionData(payment, input.data) }
  }

  /** Core calls this method with the first payment session of a customer who is logged in. */
  async createAccountHolder({
    context,
  }: CreateAccountHolderInput): Promise<CreateAccountHolderOutput> {
    return newAccountHolder(context.customer)
  }

  /** A customer may change everything but their id, and a holder holds nothing else. */
  async updateAccountHolder({
    context,
  }: UpdateAccountHolderInput): Promise<UpdateAccountHolderOutput> {
    return { data: context.account_holder.data }
  }

  /** Deletes the accounts that the customer had saved. */
  async deleteAccountHolder({
    context,
  }: DeleteAccountHolderInput): Promise<DeleteAccountHolderOutput> {
    const customerId = customerIdOf(context)
    if (customerId) {
      await this.one2pays.forgetCustomer(customerId)
    }
    return {}
  }

  /** Lists the customer's saved accounts by bank and last four digits, the one used last first. */
  async listPaymentMethods({
    context,
  }: ListPaymentMethodsInput): Promise<ListPaymentMethodsOutput> {
    const customerId = customerIdOf(context)
    return customerId
      ? (await this.one2pays.payers.list(customerId)).map(toPaymentMethod)
      : []
  }

  /** Saves `data.payer` after the checks of a checkout. A checkout with `save_payer` saves without this call. */
  async savePaymentMethod({
    context,
    data,
  }: SavePaymentMethodInput): Promise<SavePaymentMethodOutput> {
    return toPaymentMethod(
      await this.one2pays.payers.save(
        requireCustomerId(context),
        parsePayer(data?.payer)
      )
    )
  }

  /** Deletes an account of this customer and of nobody else. An account that is gone already is no error. */
  async deletePaymentMethod({
    context,
    data,
  }: DeletePaymentMethodInput): Promise<DeletePaymentMethodOutput> {
    await this.one2pays.payers.delete(requireCustomerId(context), data.id)
    return {}
  }

  /**
   * Serves core's own webhook path. It answers `not_supported` for a session that does not exist or belongs to another
   * provider: core would complete an unrelated cart for it.
   */
  async getWebhookActionAndData(
    payload: ProviderWebhookPayload["payload"]
  ): Promise<WebhookActionResult> {
    const webhook = this.readWebhook(payload)
    const known =
      webhook && (await this.one2pays.payments.findOfEvent(webhook.event))
    const payment = known && (await this.refreshFor(known, webhook))
    if (!payment) {
      return { action: PaymentActions.NOT_SUPPORTED }
    }
    await this.awaitAnnounced(known, payment, webhook)
    const facts = await this.factsOf(payment)
    const { session } = facts
    const settlement = decideSettlement(payment, facts)
    await this.noteIssue(payment, settlement)
    return settlement.kind === "settle" && session
      ? {
          action: PaymentActions.SUCCESSFUL,
          data: { session_id: session.id, amount: session.exact_amount },
        }
      : { action: PaymentActions.NOT_SUPPORTED }
  }

  /** Remembers that a webhook announced money which the gateway's own answer does not show yet. */
  private async awaitAnnounced(
    known: Payment,
    refreshed: Payment,
    { event }: VerifiedWebhook
  ): Promise<void> {
    const { payments } = this.one2pays
    if (newsOf(event) !== "good") {
      return
    }
    if (refreshed.state !== "succeeded") {
      await payments.awaitMoney(refreshed.id)
    } else if (payments.isOtherMoney(known, event)) {
      await payments.awaitMoreMoney(refreshed.id)
    }
  }

  /** Verifies a webhook of core's path. @returns null for one that asks for no work */
  private readWebhook({
    rawData,
    headers,
  }: ProviderWebhookPayload["payload"]): VerifiedWebhook | null {
    const rawBody = Buffer.from(rawData)
    const verdict = this.one2pays.webhooks.verify(rawBody, headers)
    if (verdict.kind === "refused") {
      this.cradle.logger.warn(`[one2pays] ${describeRefusal(verdict)}`)
    }
    return verdict.kind === "event" &&
      verdict.event.family === "payment" &&
      newsOf(verdict.event) !== "none"
      ? { rawBody, event: verdict.event, is_stale: verdict.is_stale }
      : null
  }

  /** Refreshes the payment of a webhook, for a stale one only once. @returns null when it was done before */
  private async refreshFor(
    payment: Payment,
    { rawBody, event, is_stale }: VerifiedWebhook
  ): Promise<Payment | null> {
    const { payments, webhooks } = this.one2pays
    const refresh = () =>
      this.refresh(payment, {
        settled_too:
          newsOf(event) === "good" && payments.isOtherMoney(payment, event),
      })
    if (!is_stale) {
      return refresh()
    }
    const claim = await webhooks.claim(rawBody, event, { isStale: true })
    if (claim !== "claimed") {
      return null
    }
    // Where the gateway does not answer, the claim lapses by itself: nobody can make the plugin ask without end.
    const refreshed = await refresh()
    await webhooks.release(rawBody, { isLooked: true })
    return refreshed
  }

  private get one2pays(): One2PaysModuleService {
    return this.cradle.one2pays
  }

  /**
   * Refuses a session that core has deleted for another one, before it takes that one's place. Core calls `deletePayment`
   * for it, which finds no payment if none was written yet.
   */
  private async assertStands({ id }: SessionFacts): Promise<void> {
    if (!(await loadSessionFacts(this.cradle.query, id))) {
      await this.one2pays.payments.cancelSession(id)
      throw publicError("one2pays_busy")
    }
  }

  private factsOf(payment: Payment): Promise<PaymentFacts> {
    return loadPaymentFacts(this.cradle.query, payment)
  }

  private async statusOf(payment: Payment): Promise<PaymentSessionStatus> {
    const facts = await this.factsOf(payment)
    return toSessionStatus(decideSettlement(payment, facts), facts.order)
  }

  private async noteIssue(
    payment: Payment,
    settlement: Settlement
  ): Promise<void> {
    // Without a message the payment has it already.
    if (settlement.kind === "issue" && settlement.message) {
      const { issue, message } = settlement
      await this.one2pays.issues.payments.raise(payment.id, issue, message)
    }
  }

  private refresh(
    payment: Payment,
    how?: { settled_too: boolean }
  ): Promise<Payment> {
    return this.reachable(
      `payment ${payment.reference_id ?? payment.id} could not be read`,
      () => this.one2pays.payments.refresh(payment, how)
    )
  }

  private ensure(session: SessionFacts, order: OrderFacts): Promise<Payment> {
    return this.reachable(
      `the payment of order ${order.id} could not be opened`,
      () => this.one2pays.payments.ensure(session, order)
    )
  }

  private reachable<T>(
    failed: string,
    work: () => Promise<T>,
    reader?: Reader
  ): Promise<T> {
    return reachable({ logger: this.cradle.logger, reader }, failed, work)
  }

  private async session(
    data: Record<string, unknown> | undefined,
    context?: { idempotency_key?: string }
  ): Promise<SessionFacts> {
    const id = sessionIdOf(data) ?? context?.idempotency_key
    const session = id ? await loadSessionFacts(this.cradle.query, id) : null
    if (!session) {
      throw expectedError(
        MedusaError.Types.NOT_FOUND,
        `One2Pays: there is no payment session ${id ?? "(data.session_id is missing)"}`
      )
    }
    return session
  }

  /** The payment whose money Medusa has captured. It is not always the last one of its session. */
  private async paidPayment(
    data: Record<string, unknown> | undefined
  ): Promise<Payment> {
    const last = await this.payment(data)
    const paid = await this.one2pays.payments.findPaidOfSession(last.session_id)
    return paid ?? last
  }

  private async payment(
    data: Record<string, unknown> | undefined
  ): Promise<Payment> {
    const sessionId = sessionIdOf(data)
    const payment = sessionId
      ? await this.one2pays.payments.findOfSession(sessionId)
      : null
    if (!payment) {
      throw expectedError(
        MedusaError.Types.NOT_FOUND,
        `One2Pays: there is no payment for session ${sessionId ?? "(data.session_id is missing)"}`
      )
    }
    return payment
  }
}

function sessionIdOf(
  data: Record<string, unknown> | undefined
): string | undefined {
  return typeof data?.session_id === "string" ? data.session_id : undefined
}
