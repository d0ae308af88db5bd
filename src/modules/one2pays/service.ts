import type { Knex } from "@medusajs/framework/mikro-orm/knex"
import type { IEventBusModuleService, Logger } from "@medusajs/framework/types"
import { MedusaService } from "@medusajs/framework/utils"
import {
  createMaintenance,
  createOne2PaysClient,
  parseWebhook,
  systemClock,
  verifyWebhookSignature,
  type CallRank,
  type Clock,
  type Gate,
  type One2PaysClient,
  type WebhookEvent,
} from "../../gateway"
import { checkGateway } from "./check-gateway"
import { endPayment } from "./end-payment"
import { GatewayStateStore, type BalanceRecord } from "./gateway-state"
import { initiatePayment, type SealedPayer } from "./initiate-payment"
import { maintenanceEvents } from "./maintenance-events"
import { GatewayState } from "./models/gateway-state"
import { Payment } from "./models/payment"
import { WebhookEvent as WebhookEventModel } from "./models/webhook-event"
import { openPayment } from "./open-payment"
import { modeOf, resolveOptions, type ResolvedOptions } from "./options"
import { parsePayer, parsePaymentMethod, type PaymentMethod } from "./payer"
import type { PaymentContext } from "./payment-context"
import { PaymentStore, type Attempt, type PaymentIssue } from "./payment-store"
import { readPayment } from "./read-payment"
import { Seal } from "./seal"
import type { OrderFacts, SessionFacts } from "./session-facts"
import { WebhookClaims, type WebhookClaim } from "./webhook-claims"

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
  Payment,
  WebhookEvent: WebhookEventModel,
}) {
  readonly options: ResolvedOptions
  private readonly context: PaymentContext
  private readonly claims: WebhookClaims
  private readonly seal: Seal
  private readonly state: GatewayStateStore
  private readonly gate: Gate
  private readonly clock: Clock = systemClock

  constructor(cradle: Cradle, options: Record<string, unknown>) {
    super(cradle, options)
    this.options = resolveOptions(options)
    this.seal = Seal.fromOptions(this.options)
    this.claims = new WebhookClaims(cradle.__pg_connection__)
    this.state = new GatewayStateStore(cradle.__pg_connection__, this.options)
    this.gate = {
      maintenance: createMaintenance({
        store: this.state,
        clock: this.clock,
        ...maintenanceEvents(cradle),
      }),
    }
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
      store: new PaymentStore(cradle.__pg_connection__),
      options: this.options,
      logger: cradle.logger,
      sealAccountNumber: (number, attemptId) =>
        this.seal.seal(number, `one2pays_payment:${attemptId}`),
      openAccountNumber: (attempt) =>
        this.seal.open(attempt.payer_sealed, `one2pays_payment:${attempt.id}`),
    }
  }

  /** The signed client, for what this module does not wrap. Every call counts against the rate limit. */
  get gateway(): One2PaysClient {
    return this.context.gateway
  }

  /**
   * Checks a customer's session data and seals the account number for one payment collection,
   * so that core never stores or shows it.
   *
   * @throws MedusaError `one2pays_payer_invalid`, naming the field
   */
  sealSessionData(
    data: Record<string, unknown> | undefined,
    paymentCollectionId: string
  ): { payment_method: PaymentMethod; payer: SealedPayer } {
    const payment_method = parsePaymentMethod(
      data?.payment_method,
      this.options.paymentMethods
    )
    const payer = parsePayer(data?.payer)
    return {
      payment_method,
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

  /** Stores a customer's choice of One2Pays. No gateway call. */
  initiate(
    session: SessionFacts,
    data: Record<string, unknown>
  ): Promise<Attempt> {
    return initiatePayment(this.context, session, data, (sealed, collection) =>
      this.seal.open(sealed, collectionContext(collection))
    )
  }

  /** Makes sure that the gateway has exactly one payment for the session's order. */
  open(session: SessionFacts, order: OrderFacts): Promise<Attempt> {
    return openPayment(this.as("checkout"), session, order)
  }

  /** Asks the gateway about an attempt, once, unless its money is known to have arrived. */
  read(attempt: Attempt): Promise<Attempt> {
    return readPayment(this.context, attempt)
  }

  /** Ends an attempt at the gateway; never throws, and is remembered until it is done. */
  end(attempt: Attempt): Promise<Attempt> {
    return endPayment(this.context, attempt)
  }

  /** Ends whatever a payment session has at the gateway and forgets what never got there. Never throws. */
  async discard(sessionId: string): Promise<void> {
    try {
      const attempts = await this.context.store.listOfSession(sessionId)
      await Promise.all(attempts.map((attempt) => this.end(attempt)))
      await this.context.store.discardInitiated(sessionId)
    } catch (error) {
      this.context.logger.warn(
        `[one2pays] payment session ${sessionId} could not be discarded: ${String(error)}`
      )
    }
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

  /** When the last believed webhook came, and how many payments wait for a person. */
  async activity(): Promise<{
    last_webhook_at: Date | null
    open_issues: number
  }> {
    const [last_webhook_at, open_issues] = await Promise.all([
      this.claims.lastAt(),
      this.context.store.countIssues(),
    ])
    return { last_webhook_at, open_issues }
  }

  findAttempt(id: string): Promise<Attempt | null> {
    return this.context.store.find(id)
  }

  /** The last attempt of a payment session. */
  async findAttemptOfSession(sessionId: string): Promise<Attempt | null> {
    const [latest] = await this.context.store.listOfSession(sessionId)
    return latest ?? null
  }

  /** The last attempt for an order: what its customer is looking at. */
  findAttemptOfOrder(orderId: string): Promise<Attempt | null> {
    return this.context.store.findLatestOfOrder(orderId)
  }

  /** The attempt that a webhook is about: by our reference first, then by the gateway's id. */
  async findAttemptOfEvent(event: WebhookEvent): Promise<Attempt | null> {
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
  setAmount(attempt: Attempt, amount: string): Promise<void> {
    return this.context.store.setAmount(attempt.id, amount)
  }

  /** Puts money that does not fit before a person. The first issue of an attempt stays. */
  async raiseIssue(
    attemptId: string,
    issue: PaymentIssue,
    detail: string
  ): Promise<void> {
    if (await this.context.store.raiseIssue(attemptId, issue, detail)) {
      this.context.logger.warn(
        `[one2pays] payment ${attemptId} needs attention (${issue}): ${detail}`
      )
    }
  }

  markSettled(attemptId: string): Promise<void> {
    return this.context.store.markSettled(attemptId)
  }

  /** The right to settle an attempt, across all instances; it lapses after some seconds. */
  acquireLease(attemptId: string, seconds: number): Promise<boolean> {
    return this.context.store.acquireLease(attemptId, seconds)
  }

  releaseLease(attemptId: string): Promise<void> {
    return this.context.store.releaseLease(attemptId)
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
