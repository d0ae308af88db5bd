import type { Knex } from "@medusajs/framework/mikro-orm/knex"
import type { IEventBusModuleService, Logger } from "@medusajs/framework/types"
import { MedusaService } from "@medusajs/framework/utils"
import {
  postgresCounters,
  pruneCounters,
  redisCounters,
  systemClock,
  type One2PaysClient,
} from "../../gateway"
import { resolveOptions, type ResolvedOptions } from "./config/options"
import { AccountCheck } from "./gateway-state/account-check"
import { AccountCheckStore } from "./gateway-state/account-check-store"
import { connect } from "./gateway-state/connect"
import type { Connection } from "./gateway-state/connection"
import { GatewayStateStore } from "./gateway-state/gateway-state-store"
import { Unit } from "./gateway-state/unit"
import { UnitStore } from "./gateway-state/unit-store"
import type { Issues } from "./issues/issues"
import { NoticeStore } from "./notices/notice-store"
import { Notices } from "./notices/notices"
import { Payers } from "./payers/payers"
import type { Payment, PaymentIssue } from "./payments/payment"
import { Payments } from "./payments/payments"
import { Reconciliation } from "./reconciliation/reconciliation"
import { Reports } from "./reports/reports"
import type { ErasedRows } from "./shared/account-number-store"
import { restrictGeneratedMethods } from "./shared/generated-methods"
import { Seal } from "./shared/seal"
import { CompareQueries } from "./statement/compare-queries"
import { SnapshotStore } from "./statement/snapshot-store"
import { StatementOfAccount } from "./statement/statement"
import { StatementQueries } from "./statement/statement-queries"
import { Webhooks } from "./webhooks/webhooks"
import { KeyMakerStore } from "./withdraw-rules/key-maker-store"
import { People } from "./withdraw-rules/people"
import type { Withdraw, WithdrawIssue } from "./withdraws/withdraw"
import { Withdraws } from "./withdraws/withdraws"
import { MODELS } from "./all-models"
import { PaymentQueries } from "./payments/store/payment-queries"
import { PaymentStore } from "./payments/store/payment-store"
import { WithdrawStore } from "./withdraws/store/withdraw-store"
import { createContexts } from "./contexts"

interface Cradle {
  logger: Logger
  __pg_connection__: Knex
  event_bus?: IEventBusModuleService
}

/** The counts of rows that one run of `prune` has deleted. */
interface Pruned {
  webhooks: number
  payments: number
  saved_payers: number
  /** Account numbers that were erased. Their rows stay. */
  account_numbers: number
}

/** The outcome of a request to erase account numbers. */
interface Erasure {
  payments: ErasedRows<Payment>
  withdraws: ErasedRows<Withdraw>
}

/**
 * The plugin's only state and the only way to the gateway. It reads the options, wires the rooms, and hands out their
 * doors.
 */
export default class One2PaysModuleService extends MedusaService(MODELS) {
  static {
    restrictGeneratedMethods(this.prototype, {
      One2paysPayment: ["payer_sealed", "idempotency_key"],
      One2paysWithdraw: [
        ...["account_sealed", "account_hash", "batch_hash"],
        ...["idempotency_key", "request_key"],
      ],
      One2paysWithdrawEvent: [],
    })
  }

  readonly options: ResolvedOptions
  /** Money that comes. */
  readonly payments: Payments
  /** Money that leaves. */
  readonly withdraws: Withdraws
  /** Who is behind users, keys and the shop's own code. */
  readonly people: People
  /** Unmatched money, where it came and where it left. */
  readonly issues: {
    payments: Issues<PaymentIssue, Payment>
    withdraws: Issues<WithdrawIssue, Withdraw>
  }
  /** What staff have to hear. */
  readonly notices: Notices
  /** The gateway's deliveries. */
  readonly webhooks: Webhooks
  /** The gateway's state: maintenance, balance, limits. */
  readonly connection: Connection
  /** Whether the account speaks the unit of `amountUnit`. */
  readonly unit: Unit
  /** What the doctor finds out about the account. */
  readonly accountCheck: AccountCheck
  /** Customers' bank accounts. */
  readonly payers: Payers
  /** The refresh of all payments that are not final. */
  readonly reconciliation: Reconciliation
  /** Reads over all of this, for staff. */
  readonly reports: Reports
  /** The balances, the ledger of what moved, and what fits neither. */
  readonly statement: StatementOfAccount
  private readonly db: Knex

  /** Medusa calls these. */
  __hooks = {
    onApplicationShutdown: () => this.connection.close(),
  }

  constructor(cradle: Cradle, options: Record<string, unknown>) {
    super(cradle, options)
    const { logger, __pg_connection__: db } = cradle
    const clock = systemClock
    this.db = db
    this.options = resolveOptions(options)
    const seal = Seal.fromOptions(this.options)
    const { event_bus: bus } = cradle
    this.notices = new Notices(new NoticeStore(db), bus, logger)
    const state = new GatewayStateStore(db, this.options)
    const { redisUrl } = this.options.rateLimit
    this.connection = connect(cradle, this.options, {
      state,
      counters: redisUrl ? redisCounters(redisUrl) : postgresCounters(db),
      clock,
    })
    this.unit = new Unit(new UnitStore(db, this.options), this.options, {
      logger,
      notices: this.notices,
    })
    this.accountCheck = new AccountCheck(
      new AccountCheckStore(db, this.options),
      this.options,
      this.connection
    )
    this.payers = new Payers(db, seal, this.options, this.unit, logger)
    this.webhooks = new Webhooks(db, this.options)

    const { payments, withdraws } = createContexts({
      stores: {
        payments: new PaymentStore(db),
        queries: new PaymentQueries(db),
        withdraws: new WithdrawStore(db),
      },
      ...{ seal, logger, bus, clock, options: this.options },
      ...{ connection: this.connection, unit: this.unit },
      notices: this.notices,
    })
    this.issues = {
      payments: payments.issues,
      withdraws: withdraws.issues,
    }
    this.payments = new Payments(payments, db, this.payers, clock)
    this.reconciliation = new Reconciliation(payments, db, state)
    this.people = new People(new KeyMakerStore(db))
    this.withdraws = new Withdraws(withdraws, payments, this.people, db)
    this.reports = new Reports(db, {
      issues: this.issues,
      webhooks: this.webhooks,
      connection: this.connection,
    })
    this.statement = new StatementOfAccount({
      ...{ gateway: this.gateway, clock, logger },
      snapshots: new SnapshotStore(db),
      queries: new StatementQueries(db),
      ours: new CompareQueries(db),
    })
  }

  /** The signed client, for calls that no door wraps. Every call counts against the rate limit. */
  get gateway(): One2PaysClient {
    return this.connection.gateway
  }

  /** Forgets a deleted customer: deletes their saved accounts, and lets no open checkout save another. @returns how many */
  async forgetCustomer(customerId: string): Promise<number> {
    await this.payments.forgetCustomer(customerId)
    return this.payers.deleteAll(customerId)
  }

  /**
   * Erases the account numbers of these payment collections' payments, and of the refunds and pay-backs of these.
   *
   * @param actor the admin user who asks for it, as the trail of the withdraws keeps it
   */
  async eraseNumbers(
    paymentCollectionIds: string[],
    actor: string
  ): Promise<Erasure> {
    const paymentIds =
      await this.payments.listIdsOfCollections(paymentCollectionIds)
    return {
      payments: await this.payments.eraseNumbers(paymentCollectionIds),
      withdraws: await this.withdraws.eraseNumbers(paymentIds, actor),
    }
  }

  /** Deletes rows that are of no use any more and erases old account numbers, at most so many of each kind. */
  async prune(limit: number): Promise<Pruned> {
    const [webhooks, payments, saved_payers, ofPayments, ofWithdraws] =
      await Promise.all([
        this.webhooks.prune(limit),
        this.payments.prune(limit),
        this.payers.pruneUnused(limit),
        this.payments.eraseOldNumbers(limit),
        this.withdraws.eraseOldNumbers(limit),
        pruneCounters(this.db, limit),
        this.notices.prune(limit),
        this.payments.turns.prune(limit),
      ])
    const account_numbers = ofPayments + ofWithdraws
    return { webhooks, payments, saved_payers, account_numbers }
  }
}
