import type { Logger } from "@medusajs/framework/types"
import type { CallRank, Clock, Gate, One2PaysClient } from "../../../gateway"
import { modeOf, type ResolvedOptions } from "../config/options"
import { checkBalance } from "./balance"
import type {
  BalanceRecord,
  GatewayStateStore,
  ReconciliationRecord,
} from "./gateway-state-store"
import type { RequestLimit } from "./request-limit"

/** A maintenance that goes on. Times are ISO 8601. */
export interface MaintenanceNotice {
  started_at: string
  /** When the gateway is asked again. */
  retry_at: string
}

/** How old a balance may be for a payout to count on it; what has left since is taken off. */
const PAYOUT_BALANCE_SECONDS = 10

/** The state of the gateway, as all instances of the shop know it. */
export class Connection {
  /** How often the pictures of an order's payment are drawn. */
  readonly pictures: RequestLimit
  /** How often an order's next payment is asked for. */
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
    pictures: RequestLimit
    nextPayments: RequestLimit
  }) {
    this.gateway = tools.gateway
    this.gate = tools.gate
    this.state = tools.state
    this.options = tools.options
    this.clock = tools.clock
    this.logger = tools.logger
    this.pictures = tools.pictures
    this.nextPayments = tools.nextPayments
  }

  get mode(): "live" | "test" {
    return modeOf(this.options.apiKey)
  }

  /** The maintenance of the gateway; null while there is none. Calls the gateway never. */
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
      await this.check(0)
    }
  }

  /** The balance, asked for at most once a minute by all instances together. */
  balance(): Promise<BalanceRecord> {
    return this.check()
  }

  /** The balance that a payout counts on, at most some seconds old when the gateway can be asked. */
  async payoutBalance(): Promise<BalanceRecord> {
    const known = await this.check(PAYOUT_BALANCE_SECONDS, "payout")
    if (known.balance) {
      return known
    }
    // Nobody knows it yet, and another instance may be asking: this process asks, too, once.
    this.firstBalance ??= this.check(0, "payout").finally(() => {
      this.firstBalance = undefined
    })
    return this.firstBalance
  }

  /** Calls a minute that the plugin allows itself, and how many could leave now. */
  async rateBudget(): Promise<{ per_minute: number; left: number }> {
    const per_minute = callsPerMinute(this.options)
    return {
      per_minute,
      left: (await this.gate.budget?.left()) ?? per_minute,
    }
  }

  /** How the reconciliation goes. */
  reconciliation(): Promise<ReconciliationRecord> {
    return this.state.reconciliation()
  }

  /** The shop stops. */
  async close(): Promise<void> {
    await this.gate.budget?.close()
  }

  private check(everySeconds?: number, rank?: CallRank) {
    return checkBalance(this, this.state, this.logger, everySeconds, rank)
  }
}

/** The option, or the limit that the gateway documents for the mode. */
export const callsPerMinute = ({
  rateLimit,
  apiKey,
}: ResolvedOptions): number =>
  rateLimit.perMinute ?? (modeOf(apiKey) === "live" ? 1000 : 100)
