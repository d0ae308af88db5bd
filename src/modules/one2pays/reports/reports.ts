import type { Knex } from "@medusajs/framework/mikro-orm/knex"
import type { Connection } from "../gateway-state/connection"

import type { Webhooks } from "../webhooks/webhooks"
import { listIssues, type IssueQuery, type ListedIssue } from "./list-issues"
import { sumReceived, sumRefunded, type RefundedOfOrder } from "./order-money"
import { readMoneyByDay, type MoneyByDay, type MoneyDays } from "./money-by-day"
import type { ReconciliationRecord } from "../gateway-state/run-store"

/** The activity of the plugin, for staff. */
export interface Activity {
  last_webhook_at: Date | null
  reconciliation: ReconciliationRecord
  /** Payments and withdraws that wait for staff. */
  open_issues: number
}

interface OpenIssues {
  countOpen(): Promise<number>
}

/** Reads over payments and withdraws together. They ask the database only. */
export class Reports {
  constructor(
    private readonly db: Knex,
    private readonly sources: {
      issues: Record<"payments" | "withdraws", OpenIssues>
      webhooks: Webhooks
      connection: Connection
    }
  ) {}

  /** Reads a page of the money that needs, or needed, staff, whether it came or left, and counts it all. */
  issues(query: IssueQuery): Promise<{ issues: ListedIssue[]; count: number }> {
    return listIssues(this.db, query)
  }

  /** Sums the money in and out by day. */
  moneyByDay(days: MoneyDays): Promise<MoneyByDay> {
    return readMoneyByDay(this.db, days)
  }

  /** Sums the THB that came in by the payments of an order. */
  receivedOfOrder(orderId: string): Promise<string> {
    return sumReceived(this.db, orderId)
  }

  /** Sums the THB of an order that went back to its customer, or is about to. */
  refundedOfOrder(orderId: string): Promise<RefundedOfOrder> {
    return sumRefunded(this.db, orderId)
  }

  /** Reads when the last verified webhook came, how the reconciliation goes, and how many issues are open. */
  async activity(): Promise<Activity> {
    const { issues, webhooks, connection } = this.sources
    const [last_webhook_at, reconciliation, ...open] = await Promise.all([
      webhooks.lastAt(),
      connection.reconciliation(),
      issues.payments.countOpen(),
      issues.withdraws.countOpen(),
    ])
    return {
      last_webhook_at,
      reconciliation,
      open_issues: open[0] + open[1],
    }
  }
}
