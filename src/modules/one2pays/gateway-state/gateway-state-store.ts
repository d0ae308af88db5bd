import type { Knex } from "@medusajs/framework/mikro-orm/knex"
import { MathBN } from "@medusajs/framework/utils"
import type {
  GatewayBalance,
  Outage,
  OutageReason,
  OutageStore,
  RouteMemory,
} from "../../../gateway"
import { NoticeStore } from "../notices/notice-store"
import { lowNotice } from "./low-balance"
import { RunStore } from "./run-store"
import { stateIdOf } from "./state-id"

/** The last answer of `GET /balance`, and the outcome of the last check. */
export interface BalanceRecord {
  balance: GatewayBalance | null
  as_of: Date | null
  checked_at: Date | null
  /** `FailureCode` of the last failure; null when the last check succeeded. */
  error: string | null
}

interface Row {
  outage_reason: OutageReason
  maintenance_started_at: Date | null
  maintenance_probes: number
  next_probe_at: Date | null
  checked_at: Date | null
  check_error: string | null
  balance: GatewayBalance | null
  balance_as_of: Date | null
  reconciled_at: Date | null
  payments_by_reference: boolean
  withdraws_by_reference: boolean
}

const ROUTES = {
  "/payments": "payments_by_reference",
  "/withdraws": "withdraws_by_reference",
} as const

const TABLE = "one2pays_gateway_state"

/** The state of the gateway that the instances of a shop share. Every change is one conditional statement. */
export class GatewayStateStore extends RunStore implements OutageStore {
  constructor(
    db: Knex,
    private readonly integration: {
      baseUrl: string
      apiKey: string
      balanceAlert?: string | number
    }
  ) {
    super(db, stateIdOf(integration))
  }

  async read(): Promise<Outage | null> {
    const row = await this.row()
    return row?.maintenance_started_at && row.next_probe_at
      ? {
          reason: row.outage_reason,
          startedAt: row.maintenance_started_at.getTime(),
          probes: row.maintenance_probes,
          nextProbeAt: row.next_probe_at.getTime(),
        }
      : null
  }

  /** The by-reference routes that exist, for clients of any process. */
  readonly routes: RouteMemory = {
    isKnown: async (path) => {
      const row = await this.row()
      return row?.[routeColumn(path)] ?? false
    },
    remember: async (path) => {
      const columns = { [routeColumn(path)]: true }
      await this.db(TABLE)
        .insert({ id: this.id, ...columns })
        .onConflict("id")
        .merge({ ...columns, updated_at: this.db.fn.now() })
    },
  }

  async begin(outage: Outage): Promise<boolean> {
    const columns = toColumns(outage)
    const rows: unknown[] = await this.db(TABLE)
      .insert({ id: this.id, ...columns })
      .onConflict("id")
      .merge({ ...columns, updated_at: this.db.fn.now() })
      .where((free) => {
        void free.whereNull(`${TABLE}.maintenance_started_at`)
        if (outage.reason === "maintenance") {
          void free.orWhere(`${TABLE}.outage_reason`, "silence")
        }
      })
      .returning("id")
    return rows.length === 1
  }

  async advance(seen: Outage, next: Outage): Promise<boolean> {
    const count = await this.sameOutage(seen)
      .where({ maintenance_probes: seen.probes })
      .update({ ...toColumns(next), updated_at: this.db.fn.now() })
    return count === 1
  }

  async end(outage: Outage): Promise<boolean> {
    const count = await this.sameOutage(outage).update({
      outage_reason: "maintenance",
      maintenance_started_at: null,
      maintenance_probes: 0,
      next_probe_at: null,
      updated_at: this.db.fn.now(),
    })
    return count === 1
  }

  /**
   * Claims the next check for one process of all instances.
   *
   * @returns the time for the process that asks the gateway now; null for the others
   */
  async claimCheck(everySeconds: number): Promise<Date | null> {
    const rows: unknown[] = await this.db(TABLE)
      .insert({ id: this.id, checked_at: this.db.fn.now() })
      .onConflict("id")
      .merge(["checked_at"])
      .where((query) => {
        void query
          .whereNull(`${TABLE}.checked_at`)
          .orWhere(
            `${TABLE}.checked_at`,
            "<=",
            this.db.raw("now() - make_interval(secs => ?)", [everySeconds])
          )
      })
      .returning("checked_at")
    const [row] = rows as { checked_at: Date }[]
    return row?.checked_at ?? null
  }

  /**
   * Writes down the gateway's answer.
   *
   * @param asOf a time before the process asked: the answer may miss what left after it
   */
  async recordBalance(balance: GatewayBalance, asOf: Date): Promise<void> {
    await this.db.transaction(async (transaction) => {
      const count = await transaction(TABLE)
        .where({ id: this.id })
        .where((query) => {
          void query
            .whereNull("balance_as_of")
            .orWhere("balance_as_of", "<", asOf)
        })
        .update({
          balance: JSON.stringify(balance),
          balance_as_of: asOf,
          check_error: null,
          updated_at: this.db.fn.now(),
        })
      if (count === 1) {
        await this.noteLow(transaction, balance, asOf)
      }
    })
  }

  /** Notes once that the wallet has fallen below the merchant's limit, until it holds that much again. */
  private async noteLow(
    transaction: Knex,
    { walletBalance: wallet }: GatewayBalance,
    asOf: Date
  ): Promise<void> {
    const { balanceAlert: limit } = this.integration
    if (limit === undefined) {
      return
    }
    const isLow = MathBN.lt(wallet, limit)
    const changed = await transaction(TABLE)
      .where({ id: this.id })
      .where((query) =>
        isLow
          ? query.whereNull("balance_low_at")
          : query.whereNotNull("balance_low_at")
      )
      .update({ balance_low_at: isLow ? this.db.fn.now() : null })
    if (isLow && changed === 1) {
      await new NoticeStore(transaction).write(lowNotice(wallet, limit, asOf))
    }
  }

  async recordFailure(code: string): Promise<void> {
    await this.db(TABLE)
      .where({ id: this.id })
      .update({ check_error: code, updated_at: this.db.fn.now() })
  }

  async readBalance(): Promise<BalanceRecord> {
    const row = await this.row()
    return {
      balance: row?.balance ?? null,
      as_of: row?.balance_as_of ?? null,
      checked_at: row?.checked_at ?? null,
      error: row?.check_error ?? null,
    }
  }

  private sameOutage({ reason, startedAt }: Outage) {
    return this.db(TABLE).where({
      id: this.id,
      outage_reason: reason,
      maintenance_started_at: new Date(startedAt),
    })
  }

  private async row(): Promise<Row | undefined> {
    return this.db<Row & { id: string }>(TABLE).where({ id: this.id }).first()
  }
}

function routeColumn(path: string) {
  if (path in ROUTES) {
    return ROUTES[path as keyof typeof ROUTES]
  }
  throw new Error(`[one2pays] no by-reference route is known for ${path}`)
}

const toColumns = ({ reason, startedAt, probes, nextProbeAt }: Outage) => ({
  outage_reason: reason,
  maintenance_started_at: new Date(startedAt),
  maintenance_probes: probes,
  next_probe_at: new Date(nextProbeAt),
})
