import type { Knex } from "@medusajs/framework/mikro-orm/knex"
import type { IEventBusModuleService, Logger } from "@medusajs/framework/types"
import { MedusaService } from "@medusajs/framework/utils"
import {
  createMaintenance,
  createRateBudget,
  createOne2PaysClient,
  parseWebhook,
  postgresCounters,
  pruneCounters,
  redisCounters,
  systemClock,
  verifyWebhookSignature,
  type CallRank,
  type Clock,
  type Gate,
  type One2PaysClient,
  type WebhookEvent,
} from "../../gateway"
import { announceIssue, announceWithdrawIssue } from "./issues/announce"
import { checkGateway } from "./gateway-state/balance"
import { concludeForNext } from "./payments/cancel-for-next"
import { endPayment } from "./payments/cancel"
import {
  GatewayStateStore,
  type BalanceRecord,
  type ReconciliationRecord,
} from "./gateway-state/gateway-state-store"
import { initiatePayment, type SealedPayer } from "./payments/initiate"
import { listPayments, type PaymentQuery } from "./payments/payment-queries"
import {
  listIssues,
  type IssueQuery,
  type ListedIssue,
} from "./reports/list-issues"
import { maintenanceEvents } from "./gateway-state/maintenance-events"
import { GatewayState } from "./models/gateway-state"
import { Payment as PaymentModel } from "./models/payment"
import { SavedPayer as SavedPayerModel } from "./models/saved-payer"
import { WebhookEvent as WebhookEventModel } from "./models/webhook-event"
import { Withdraw as WithdrawModel } from "./models/withdraw"
import { WithdrawEvent as WithdrawEventModel } from "./models/withdraw-event"
import { openPayment, ensurePayment } from "./payments/ensure"
import { readMoneyByDay, type MoneyByDay } from "./reports/money-by-day"
import { modeOf, resolveOptions, type ResolvedOptions } from "./config/options"
import {
  parsePayer,
  parsePaymentMethod,
  payerInvalid,
  type Payer,
  type PaymentMethod,
} from "./payers/payer"
import type { PaymentContext } from "./payments/context"
import { canPayBack, payBack } from "./withdraws/pay-back"
import { Payouts } from "./withdraws/withdraws"
import { describeOptions, type PublicOptions } from "./config/public-options"
import {
  PaymentStore,
  type Payment,
  type InitiatedPayment,
  type PaymentIssue,
} from "./payments/payment-store"
import { readPayment } from "./payments/refresh"
import { readUnfinished } from "./payments/reconcile/refresh-unfinished"
import { rememberPayer } from "./payments/remember-payer"
import { SavedPayers } from "./payers/saved-payers"
import { RequestLimit } from "./gateway-state/request-limit"
import { Seal, SealError } from "./shared/seal"
import type { OrderFacts, SessionFacts } from "./core/session-facts"
import {
  listEndedLately,
  listUnfinished,
  type UnfinishedPage,
  type UnfinishedPayment,
} from "./payments/reconcile/unfinished"
import { WebhookClaims, type WebhookClaim } from "./webhooks/webhook-claims"
import type { RefundRequest } from "./withdraws/refund"
import type { WithdrawContext } from "./withdraws/context"
import { WithdrawStore, type Withdraw } from "./withdraws/withdraw-store"

interface Cradle {
  logger: Logger
  __pg_connection__: Knex
  event_bus?: IEventBusModuleService
}

/** A maintenance that goes on. Times are ISO 8601. */
export interface MaintenanceNotice {
  started_at: string
  /** When the gateway is asked again. */
  retry_at: string
}

/** A customer's choice as core may store it until the provider is asked. */
export interface SealedChoice extends Record<string, unknown> {
  payment_method: PaymentMethod
  payer: SealedPayer
  /** The account is to be saved for the customer who is logged in. */
  save_payer?: true
}

/** Why a webhook was not believed, or what it says. */
export type WebhookVerdict =
  | { kind: "refused"; reason: "missing" | "malformed" | "stale" | "mismatch" }
  | { kind: "malformed" }
  | { kind: "event"; event: WebhookEvent }

/**
 * The plugin's only state and the only door to the gateway: options, the signed client, the
 * payments table and the webhook claims. Amounts are THB in major units.
 */
export default class One2PaysModuleService extends MedusaService({
  GatewayState,
  Payment: PaymentModel,
  SavedPayer: SavedPayerModel,
  WebhookEvent: WebhookEventModel,
  Withdraw: WithdrawModel,
  WithdrawEvent: WithdrawEventModel,
}) {
  readonly options: ResolvedOptions
  /** Money that leaves. */
  readonly payouts: Payouts
  /** The accounts that customers asked to be remembered. */
  readonly savedPayers: SavedPayers
  /** How often the pictures of an order's payment are drawn. */
  readonly pictures: RequestLimit
  /** How often the next payment of an order is asked for. */
  readonly nextPayments: RequestLimit
  private readonly context: PaymentContext
  private readonly claims: WebhookClaims
  private readonly seal: Seal
  private readonly state: GatewayStateStore
  private readonly gate: Gate
  private readonly db: Knex
  private readonly withdrawStore: WithdrawStore
  private readonly withdrawContext: WithdrawContext
  private readonly clock: Clock = systemClock
  private firstBalance: Promise<BalanceRecord> | undefined

  /** Called by Medusa. */
  __hooks = {
    onApplicationShutdown: async () => {
      await this.gate.budget?.close()
    },
  }

  constructor(cradle: Cradle, options: Record<string, unknown>) {
    super(cradle, options)
    this.options = resolveOptions(options)
    this.db = cradle.__pg_connection__
    this.seal = Seal.fromOptions(this.options)
    this.savedPayers = new SavedPayers(this.db, this.seal)
    this.claims = new WebhookClaims(cradle.__pg_connection__)
    this.state = new GatewayStateStore(cradle.__pg_connection__, this.options)
    const { redisUrl } = this.options.rateLimit
    const counters = redisUrl
      ? redisCounters(redisUrl)
      : postgresCounters(this.db)
    this.pictures = new RequestLimit(counters, PICTURES)
    this.nextPayments = new RequestLimit(counters, NEXT_PAYMENTS)
    this.gate = {
      maintenance: createMaintenance({
        store: this.state,
        clock: this.clock,
        ...maintenanceEvents(cradle),
      }),
      budget: createRateBudget({
        perMinute: this.perMinute,
        apiKey: this.options.apiKey,
        counters,
        clock: this.clock,
        logger: cradle.logger,
      }),
    }
    const store = new PaymentStore(cradle.__pg_connection__)
    const announce = (paymentId: string) =>
      announceIssue(
        { store, logger: cradle.logger, bus: cradle.event_bus },
        paymentId
      )
    this.context = {
      gateway: createOne2PaysClient({
        baseUrl: this.options.baseUrl,
        apiKey: this.options.apiKey,
        secretKey: this.options.secretKey,
        amountUnit: this.options.amountUnit,
        balanceUnit: this.options.balanceUnit,
        timeoutMs: this.options.timeoutMs,
        gate: this.gate,
        clock: this.clock,
        logger: cradle.logger,
      }),
      rank: "webhook",
      store,
      announce,
      async raiseIssue(paymentId, issue, detail) {
        if (await store.issues.raise(paymentId, issue, detail)) {
          await announce(paymentId)
        }
      },
      options: this.options,
      logger: cradle.logger,
      sealAccountNumber: (number, paymentId) =>
        this.seal.seal(number, `one2pays_payment:${paymentId}`),
      openAccountNumber: (payment) =>
        this.seal.open(payment.payer_sealed, `one2pays_payment:${payment.id}`),
    }
    this.withdrawStore = new WithdrawStore(this.db)
    this.withdrawContext = this.withdrawContextFor(cradle)
    this.payouts = new Payouts(this.withdrawContext, this.db)
  }

  private withdrawContextFor({
    logger,
    event_bus: bus,
  }: Cradle): WithdrawContext {
    const store = this.withdrawStore
    const announce = (id: string) =>
      announceWithdrawIssue({ store, logger, bus }, id)
    const contextOf = (id: string) => `one2pays_withdraw:${id}`
    return {
      gateway: this.context.gateway,
      store,
      options: this.options,
      logger,
      now: () => new Date(this.clock.now()),
      balance: () => this.payoutBalance(),
      sealAccountNumber: (number, id) => this.seal.seal(number, contextOf(id)),
      openAccountNumber: ({ id, account_sealed }) =>
        this.seal.open(account_sealed, contextOf(id)),
      announce,
      async raiseIssue(id, issue, detail) {
        if (await store.issues.raise(id, issue, detail)) {
          await announce(id)
        }
      },
    }
  }

  private async payoutBalance(): Promise<BalanceRecord> {
    const ask = (everySeconds: number) =>
      checkGateway(this.context, this.state, everySeconds, "payout")
    const known = await ask(BALANCE_SECONDS)
    if (known.balance) {
      return known
    }
    // Nobody knows it yet, and another may be asking: whoever comes now asks, too, once a process.
    this.firstBalance ??= ask(0).finally(() => {
      this.firstBalance = undefined
    })
    return this.firstBalance
  }

  /** The signed client, for what this module does not wrap. Every call counts against the rate limit. */
  get gateway(): One2PaysClient {
    return this.context.gateway
  }

  /**
   * Checks a customer's session data and seals the account number for one payment collection,
   * so that core never stores or shows it. `saved_payer` in place of `payer` is one of the accounts
   * of the customer who is logged in, and is opened and sealed like one that was typed; null is none.
   *
   * @param customerId the customer who is logged in
   * @throws MedusaError `one2pays_payer_invalid`, naming the field
   */
  async sealSessionData(
    data: Record<string, unknown> | undefined,
    paymentCollectionId: string,
    customerId?: string
  ): Promise<SealedChoice> {
    const payment_method = parsePaymentMethod(
      data?.payment_method,
      this.options.paymentMethods
    )
    const isSaved = data?.saved_payer != null
    const payer = isSaved
      ? await this.useSavedPayer(data.saved_payer, customerId)
      : parsePayer(data?.payer)
    return {
      payment_method,
      ...(data?.save_payer === true && customerId && !isSaved
        ? { save_payer: true as const }
        : {}),
      payer: {
        account_name: payer.account_name,
        bank_code: payer.bank_code,
        account_sealed: this.seal.seal(
          payer.account_number,
          collectionContext(paymentCollectionId)
        ),
      },
    }
  }

  private async useSavedPayer(
    id: unknown,
    customerId: string | undefined
  ): Promise<Payer> {
    const payer =
      typeof id === "string" && customerId
        ? await this.openSavedPayer(customerId, id)
        : null
    if (!payer) {
      throw payerInvalid("saved_payer")
    }
    return payer
  }

  /** @returns null also for one whose key is gone: the customer can type it, the merchant is told. */
  private async openSavedPayer(
    customerId: string,
    id: string
  ): Promise<Payer | null> {
    try {
      return await this.savedPayers.use(customerId, id)
    } catch (error) {
      if (!(error instanceof SealError)) {
        throw error
      }
      this.context.logger.error(
        `[one2pays] the saved account ${id} could not be used. ${error.message}`
      )
      return null
    }
  }

  /** A customer is gone: their saved accounts go, and none follows from an open checkout. */
  async forgetCustomer(customerId: string): Promise<void> {
    await this.context.store.forgetCustomer(customerId)
    await this.savedPayers.deleteAll(customerId)
  }

  /**
   * Stores a customer's choice of One2Pays. No gateway call.
   *
   * @param rememberFor the customer for whom the payer is to be saved, once the gateway has taken it
   */
  initiate(
    session: SessionFacts,
    data: Record<string, unknown>,
    rememberFor?: string
  ): Promise<Payment> {
    return initiatePayment(
      this.context,
      session,
      data,
      (sealed, collection) =>
        this.seal.open(sealed, collectionContext(collection)),
      rememberFor
    )
  }

  /** Makes sure that the gateway has exactly one payment for the session's order. */
  async open(session: SessionFacts, order: OrderFacts): Promise<Payment> {
    const payment = await ensurePayment(this.as("checkout"), session, order)
    await rememberPayer(this.context, this.savedPayers, payment)
    return payment
  }

  /** What a customer chose for an attempt, as `initiate` takes it: it serves again for the next one. See `methodOf`. */
  choiceOf(payment: Payment): Record<string, unknown> {
    return {
      ...this.methodOf(payment),
      payer: {
        name: payment.payer_name,
        bank_code: payment.payer_bank_code,
        last4: payment.payer_last4,
      },
    }
  }

  /** The method of an attempt, for one that is to follow it; none when the shop no longer offers it, and its first one serves. */
  methodOf({ payment_method }: Payment): { payment_method?: PaymentMethod } {
    return this.options.paymentMethods.includes(payment_method)
      ? { payment_method }
      : {}
  }

  /** Whether an attempt has ended, so that the next one may take its place; ends it where it is to give way. */
  concludeForNext(payment: Payment): Promise<Payment> {
    return concludeForNext(
      this.as("checkout"),
      payment,
      new Date(this.clock.now())
    )
  }

  /** Creates the gateway's payment of the next attempt for an order. From then on money for the earlier one is for a person. */
  async openNext(
    next: Payment,
    session: SessionFacts,
    order: OrderFacts
  ): Promise<Payment> {
    const payment = await openPayment(this.as("checkout"), next, session, order)
    await rememberPayer(this.context, this.savedPayers, payment)
    return payment
  }

  /** The attempts for an order, the last one first. */
  listAttemptsOfOrder(orderId: string): Promise<Payment[]> {
    return this.context.store.listOfOrder(orderId)
  }

  /** Remembers that payments must end at the gateway, until they are known to have ended. */
  requestCancel(ids: string[]): Promise<void> {
    return this.context.store.requestCancel(ids)
  }

  /** Nobody may pay an order any more: no attempt may follow, and what is open has to end at the gateway. */
  closeOrder(orderId: string): Promise<void> {
    return this.context.store.closeOrder(orderId)
  }

  /** The last attempts of orders whose time to be paid is over. */
  listUnpaid(limit: number): Promise<Payment[]> {
    const { afterMinutes } = this.options.unpaidOrders
    return this.context.store.listUnpaid(afterMinutes, limit)
  }

  /** @returns whether it was not marked before */
  markKeptUnpaid(orderId: string): Promise<boolean> {
    return this.context.store.markKeptUnpaid(orderId)
  }

  /** Tells the merchant of issues that a process found and died before it could tell. */
  async announceIssues(limit: number): Promise<void> {
    for (const id of await this.context.store.issues.listUnannounced(limit)) {
      await this.context.announce(id)
    }
    for (const id of await this.withdrawStore.issues.listUnannounced(limit)) {
      await this.withdrawContext.announce(id)
    }
  }

  /** @returns the attempt, or null when it has no open issue */
  resolveIssue(
    id: string,
    by: string,
    resolution: string
  ): Promise<Payment | null> {
    return this.context.store.issues.resolve(id, by, resolution)
  }

  /** A page of attempts for staff to look at, and how many there are. */
  listPaymentAttempts(
    query: PaymentQuery
  ): Promise<{ payments: Payment[]; count: number }> {
    return listPayments(this.db, query)
  }

  /** A page of the money that needs, or needed, a person, whether it came or left; and how much there is. */
  listIssues(
    query: IssueQuery
  ): Promise<{ issues: ListedIssue[]; count: number }> {
    return listIssues(this.db, query)
  }

  /** The attempts that are not final, newest first, a page at a time. */
  listUnfinished(
    cursor: string | null,
    limit: number
  ): Promise<UnfinishedPage> {
    return listUnfinished(this.db, cursor, limit)
  }

  /** What ended without money a short while ago, newest first. */
  listEndedLately(limit: number): Promise<UnfinishedPayment[]> {
    return listEndedLately(this.db, limit)
  }

  /** Asks the gateway about payments that are not final, until a time; yields the ids of those with news. */
  readUnfinished(
    payments: UnfinishedPayment[],
    stopAt: number
  ): AsyncGenerator<string, void, undefined> {
    return readUnfinished(this.as("background"), payments, stopAt)
  }

  /** Of all instances, one reconciles at a time. @returns where to go on, or null when another does */
  acquireReconciliation(
    seconds: number
  ): Promise<{ cursor: string | null } | null> {
    return this.state.acquireReconciliation(seconds)
  }

  releaseReconciliation(cursor: string | null): Promise<void> {
    return this.state.releaseReconciliation(cursor)
  }

  /** Deletes what is of no use any more, at most so many rows of each kind. */
  async prune(
    limit: number
  ): Promise<{ webhooks: number; payments: number; saved_payers: number }> {
    const [webhooks, payments, saved_payers] = await Promise.all([
      this.claims.prune(WEBHOOKS_KEPT_DAYS, limit),
      this.context.store.pruneInitiated(CHOICES_KEPT_DAYS, limit),
      this.savedPayers.prune(SAVED_PAYERS_KEPT_DAYS, limit),
      pruneCounters(this.db, limit),
    ])
    return { webhooks, payments, saved_payers }
  }

  /** The withdraw that pays a customer back for an attempt. */
  refund(
    payment: Payment,
    request: Omit<RefundRequest, "account_number">
  ): Promise<Withdraw> {
    return this.payouts.refund(payment, {
      ...request,
      account_number: this.context.openAccountNumber(payment),
    })
  }

  /** Whether the money of an attempt can go back to the account it came from. */
  canPayBack(payment: Payment): boolean {
    return canPayBack(this.withdrawContext.options, payment)
  }

  /** Pays money that no order wants back to where it came from. @returns id of the payout */
  payBack(payment: Payment, actor: string): Promise<string> {
    return payBack(this.context, this.withdrawContext, payment, actor)
  }

  /** Asks the gateway about an attempt, once, unless its money is known to have arrived. */
  read(payment: Payment): Promise<Payment> {
    return readPayment(this.context, payment)
  }

  /** Ends an attempt at the gateway; never throws, and is remembered until it is done. */
  end(payment: Payment): Promise<Payment> {
    return endPayment(this.context, payment)
  }

  /** Ends whatever a payment session has at the gateway and forgets what never got there. Never throws. */
  async discard(sessionId: string): Promise<void> {
    try {
      const payments = await this.context.store.listOfSession(sessionId)
      await Promise.all(payments.map((payment) => this.end(payment)))
      await this.context.store.discardInitiated(sessionId)
    } catch (error) {
      this.context.logger.warn(
        `[one2pays] payment session ${sessionId} could not be discarded: ${String(error)}`
      )
    }
  }

  /** The options, as far as they may be shown to staff: no key, no secret. */
  get publicOptions(): PublicOptions {
    return describeOptions(this.options)
  }

  /** Money in and out by day. Reads the database only. */
  moneyByDay(days: number): Promise<MoneyByDay> {
    return readMoneyByDay(this.db, days)
  }

  get mode(): "live" | "test" {
    return modeOf(this.options.apiKey)
  }

  /** The maintenance of the gateway, as all instances know it; null while there is none. No gateway call. */
  async maintenance(): Promise<MaintenanceNotice | null> {
    const state = await this.state.read()
    return (
      state && {
        started_at: new Date(state.startedAt).toISOString(),
        retry_at: new Date(state.nextProbeAt).toISOString(),
      }
    )
  }

  /** Asks whether a maintenance has ended, when its time has come; else does nothing. */
  async probe(): Promise<void> {
    const state = await this.state.read()
    if (state && state.nextProbeAt <= this.clock.now()) {
      await checkGateway(this.context, this.state, 0)
    }
  }

  /** The balance, asked for at most once a minute by all instances together. */
  checkGateway(): Promise<BalanceRecord> {
    return checkGateway(this.context, this.state)
  }

  /** Calls a minute that the plugin allows itself, and how many could leave now. */
  async rateBudget(): Promise<{ per_minute: number; left: number }> {
    const per_minute = this.perMinute
    return {
      per_minute,
      left: (await this.gate.budget?.left()) ?? per_minute,
    }
  }

  /** When the last believed webhook came, how the reconciliation goes, and how many payments wait for a person. */
  async activity(): Promise<{
    last_webhook_at: Date | null
    reconciliation: ReconciliationRecord
    open_issues: number
  }> {
    const [last_webhook_at, reconciliation, payments, withdraws] =
      await Promise.all([
        this.claims.lastAt(),
        this.state.reconciliation(),
        this.context.store.issues.countOpen(),
        this.withdrawStore.issues.countOpen(),
      ])
    return {
      last_webhook_at,
      reconciliation,
      open_issues: payments + withdraws,
    }
  }

  findAttempt(id: string): Promise<Payment | null> {
    return this.context.store.find(id)
  }

  /** The last attempt of a payment session. */
  async findAttemptOfSession(sessionId: string): Promise<Payment | null> {
    const [latest] = await this.context.store.listOfSession(sessionId)
    return latest ?? null
  }

  /** The attempt of a payment session whose money has made the order paid. */
  async findPaidAttemptOfSession(sessionId: string): Promise<Payment | null> {
    const payments = await this.context.store.listOfSession(sessionId)
    return (
      payments.find(({ settled_at }) => settled_at !== null) ??
      payments.find(({ state, issue }) => state === "succeeded" && !issue) ??
      null
    )
  }

  /** The attempt that the customer of an order sees: the last one, but for money that a person looks at. */
  findShownAttemptOfOrder(orderId: string): Promise<Payment | null> {
    return this.context.store.findShownOfOrder(orderId)
  }

  /** The newest choices of the last day that no payment was asked for yet. */
  listInitiated(limit: number): Promise<InitiatedPayment[]> {
    return this.context.store.listInitiated(limit)
  }

  /** All attempts of these payment sessions, the last one first. */
  listAttemptsOfSessions(sessionIds: string[]): Promise<Payment[]> {
    return this.context.store.listOfSessions(sessionIds)
  }

  /** Ends a choice that became an order and that the gateway will never be asked for. @returns whether it was ended by this */
  endUnopened(id: string, orderId: string): Promise<boolean> {
    return this.context.store.endUnopened(id, orderId)
  }

  /** The last attempt for an order. */
  findAttemptOfOrder(orderId: string): Promise<Payment | null> {
    return this.context.store.findLatestOfOrder(orderId)
  }

  /** The attempt that a webhook is about: by our reference first, then by the gateway's id. */
  async findAttemptOfEvent(event: WebhookEvent): Promise<Payment | null> {
    const { store } = this.context
    return (
      (event.referenceId && (await store.findByReference(event.referenceId))) ||
      (event.objectId && (await store.findByGatewayId(event.objectId))) ||
      null
    )
  }

  /** Whether some payment is being created at the gateway right now, so that its id is not known here yet. */
  isCreating(): Promise<boolean> {
    return this.context.store.isCreating()
  }

  /** Changes the amount of an attempt that has not been created at the gateway yet. */
  setAmount(payment: Payment, amount: string): Promise<void> {
    return this.context.store.setAmount(payment.id, amount)
  }

  /** Puts money that does not fit before a person. The first open issue of an attempt stays. */
  raiseIssue(
    paymentId: string,
    issue: PaymentIssue,
    detail: string
  ): Promise<void> {
    return this.context.raiseIssue(paymentId, issue, detail)
  }

  markSettled(paymentId: string): Promise<void> {
    return this.context.store.markSettled(paymentId)
  }

  /** The right to settle an attempt, across all instances; it lapses after some seconds. */
  acquireLease(paymentId: string, seconds: number): Promise<boolean> {
    return this.context.store.acquireLease(paymentId, seconds)
  }

  releaseLease(paymentId: string): Promise<void> {
    return this.context.store.releaseLease(paymentId)
  }

  /**
   * Believes a webhook only when its signature fits the raw bytes and it is at most five
   * minutes old; only then is it parsed.
   */
  verifyWebhook(
    rawBody: Buffer,
    headers: Record<string, unknown>
  ): WebhookVerdict {
    const verified = verifyWebhookSignature({
      rawBody,
      signature: header(headers, "x-webhook-signature"),
      timestamp: header(headers, "x-webhook-timestamp"),
      secrets: this.options.webhookSecret,
    })
    if (!verified.ok) {
      return { kind: "refused", reason: verified.reason }
    }
    const event = parseWebhook(parseJson(rawBody))
    return event ? { kind: "event", event } : { kind: "malformed" }
  }

  /** Claims a delivery before any work is done for it. */
  claimWebhook(rawBody: Buffer, event: WebhookEvent): Promise<WebhookClaim> {
    return this.claims.claim(WebhookClaims.idOf(rawBody), event)
  }

  finishWebhook(rawBody: Buffer, outcome: string): Promise<void> {
    return this.claims.finish(WebhookClaims.idOf(rawBody), outcome)
  }

  releaseWebhook(rawBody: Buffer): Promise<void> {
    return this.claims.release(WebhookClaims.idOf(rawBody))
  }

  private as(rank: CallRank): PaymentContext {
    return { ...this.context, rank }
  }

  private get perMinute(): number {
    return (
      this.options.rateLimit.perMinute ?? (this.mode === "live" ? 1000 : 100)
    )
  }
}

/** The gateway's own retries are long over by then, and an event is believed for five minutes only. */
const WEBHOOKS_KEPT_DAYS = 30

/** A cart that is completed later asks for the payer's details again. */
const CHOICES_KEPT_DAYS = 30

/** More than any mail reader and its proxy ask for one order. */
const PICTURES = {
  keyPrefix: "one2pays:picture",
  points: 30,
  windowMs: 60_000,
}

/** More than a customer with two tabs asks for; each may cost a read at the gateway, also one that is refused. */
const NEXT_PAYMENTS = {
  keyPrefix: "one2pays:next_payment",
  points: 10,
  windowMs: 60_000,
}

/** Thirteen months: whoever buys once a year still finds theirs. */
const SAVED_PAYERS_KEPT_DAYS = 400

/** How old a balance may be for a payout to count on it; what has left since is taken off. */
const BALANCE_SECONDS = 10

const collectionContext = (id: string) => `payment_collection:${id}`

function header(headers: Record<string, unknown>, name: string): string {
  const value = headers[name]
  return typeof value === "string" ? value : ""
}

function parseJson(rawBody: Buffer): unknown {
  try {
    return JSON.parse(rawBody.toString("utf8"))
  } catch {
    return null
  }
}
