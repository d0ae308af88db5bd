import type { Logger } from "@medusajs/framework/types"
import {
  JOBS_GO_FIRST_MS,
  One2PaysError,
  type CallRank,
  type Clock,
  type Gate,
  type One2PaysClient,
  type OutageReason,
} from "../../../gateway"
import { modeOf, type ResolvedOptions } from "../config/options"
import { checkBalance } from "./balance"
import type { BalanceRecord, GatewayStateStore } from "./gateway-state-store"
import type { RequestLimit } from "./request-limit"
import type { ReconciliationRecord } from "./run-store"

/** A maintenance in progress. Times are ISO 8601. */
export interface MaintenanceNotice {
  started_at: string
  /** When the plugin asks the gateway again. */
  retry_at: string
}

/** An outage in progress: a maintenance, or a gateway that answers nobody. */
export interface OutageNotice extends MaintenanceNotice {
  reason: OutageReason
}

/** The maintenance that an outage is. Null while there is none. */
export const maintenanceOf = (
  outage: OutageNotice | null
): MaintenanceNotice | null =>
  outage?.reason === "maintenance"
    ? { started_at: outage.started_at, retry_at: outage.retry_at }
    : null

/** The greatest age of a balance that a payout may count on. The plugin deducts the money that has left since. */
const PAYOUT_BALANCE_SECONDS = 10

/** The state of the gateway, which all instances of the shop share. */
export class Connection {
  /** The limit on customers' questions whether their money has come. */
  readonly checks: RequestLimit
  /** The limit on drawing the pictures of an order's payment. */
  readonly pictures: RequestLimit
  /** The limit on requests for an order's next payment. */
  readonly nextPayments: RequestLimit
  /** The signed client, for calls that no door wraps. Every call counts against the rate limit. */
  readonly gateway: One2PaysClient
  private readonly options: ResolvedOptions
  private readonly state: GatewayStateStore
  private readonly gate: Gate
  private readonly clock: Clock
  private readonly logger: Logger
  private firstBalance: Promise<BalanceRecord> | undefined

  constructor(tools: {
    gateway: One2PaysClient
    gate: Gate
    state: GatewayStateStore
    options: ResolvedOptions
    clock: Clock
    logger: Logger
    checks: RequestLimit
    pictures: RequestLimit
    nextPayments: RequestLimit
  }) {
    this.gateway = tools.gateway
    this.gate = tools.gate
    this.state = tools.state
    this.options = tools.options
    this.clock = tools.clock
    this.logger = tools.logger
    this.checks = tools.checks
    this.pictures = tools.pictures
    this.nextPayments = tools.nextPayments
  }

  get mode(): "live" | "test" {
    return modeOf(this.options.apiKey)
  }

  /** Reads why no calls leave, and never calls the gateway. Null while they leave. */
  async outage(): Promise<OutageNotice | null> {
    const state = await this.state.read()
    return (
      state && {
        reason: state.reason,
        started_at: new Date(state.startedAt).toISOString(),
        retry_at: new Date(state.nextProbeAt).toISOString(),
      }
    )
  }

  /** Reads the maintenance of the gateway, and never calls the gateway. Null while there is none. */
  async maintenance(): Promise<MaintenanceNotice | null> {
    return maintenanceOf(await this.outage())
  }

  /** Asks the gateway whether an outage has ended, once it is time to. Before that it does nothing. */
  async probe(): Promise<void> {
    const state = await this.state.read()
    if (!state || state.nextProbeAt > this.clock.now()) {
      return
    }
    // Customers wait for the payments' part of the gateway, whatever has become of its balance.
    if (state.reason === "maintenance" || (await this.readsPayments())) {
      await this.check(0)
    }
  }

  /**
   * Probes as `probe` does, in the background, where no job has done it for a minute: a shop may run none, and a customer
   * who is turned away is then the only one who comes.
   */
  probeWithoutJobs(outage: OutageNotice): void {
    const jobsHadTheirTurnAt = Date.parse(outage.retry_at) + JOBS_GO_FIRST_MS
    if (jobsHadTheirTurnAt <= this.clock.now()) {
      void this.probe().catch((error: unknown) => {
        this.logger.warn(`[one2pays] a probe failed: ${String(error)}`)
      })
    }
  }

  /** Reads the balance. All instances together ask the gateway for it at most once a minute. */
  balance(): Promise<BalanceRecord> {
    return this.check()
  }

  /** Reads the balance that a payout counts on. It is at most some seconds old while the gateway answers. */
  async payoutBalance(): Promise<BalanceRecord> {
    const known = await this.check(PAYOUT_BALANCE_SECONDS, "payout")
    if (known.balance) {
      return known
    }
    // No process knows the balance yet, and another one may be asking. This process asks, too, once.
    this.firstBalance ??= this.check(0, "payout").finally(() => {
      this.firstBalance = undefined
    })
    return this.firstBalance
  }

  /** Reads the calls a minute that the plugin allows itself, and the calls that could leave now. */
  async rateBudget(): Promise<{ per_minute: number; left: number }> {
    const per_minute = callsPerMinute(this.options)
    return {
      per_minute,
      left: (await this.gate.budget?.left()) ?? per_minute,
    }
  }

  /**
   * Waits for a turn under the rate limit, for a question that the signed client does not ask.
   *
   * @throws One2PaysError `RATE_LIMIT_EXCEEDED` when none comes in time
   */
  async takeTurn(deadline: number): Promise<void> {
    await this.gate.budget?.take({ rank: "background", deadline })
  }

  /** Reads when the reconciliation last ran, and whether it runs now or is late. */
  reconciliation(): Promise<ReconciliationRecord> {
    return this.state.reconciliation()
  }

  /** Closes the rate limit's budget when the shop stops. */
  async close(): Promise<void> {
    await this.gate.budget?.close()
  }

  private async readsPayments(): Promise<boolean> {
    try {
      await this.gateway.payments.list(
        { limit: 1 },
        { rank: "background", maxTries: 1 }
      )
      return true
    } catch (error) {
      if (!(error instanceof One2PaysError)) {
        throw error
      }
      this.logger.debug(`[one2pays] a probe failed: ${error.message}`)
      return false
    }
  }

  private check(everySeconds?: number, rank?: CallRank) {
    return checkBalance(this, this.state, this.logger, everySeconds, rank)
  }
}

/** The merchant's option, or the limit that the gateway documents for the mode. */
export const callsPerMinute = ({
  rateLimit,
  apiKey,
}: ResolvedOptions): number =>
  rateLimit.perMinute ?? (modeOf(apiKey) === "live" ? 1000 : 100)
