import type { Locale } from "../../../../messages"
import type { PublicOptions } from "../../../../modules/one2pays/config/public-options"
import {
  maintenanceOf,
  type OutageNotice,
} from "../../../../modules/one2pays/gateway-state/connection"
import type { BalanceRecord } from "../../../../modules/one2pays/gateway-state/gateway-state-store"
import {
  renderGateway,
  type GatewayView,
  type MaintenanceView,
} from "../../../support/render-gateway"
import { renderUnit, type UnitView } from "../../../support/render-unit"
import type { UnitStanding } from "../../../../modules/one2pays/gateway-state/unit"
import type { ShopCheck } from "./check-shop"
import type { Versions } from "./versions"
import type { WebhookAddress } from "./webhook-address"
import type { ReconciliationRecord } from "../../../../modules/one2pays/gateway-state/run-store"

/**
 * `paused` in an outage; `late` when no run has come for minutes, so that no process seems to run jobs; `never` before
 * the first run.
 */
export type ReconciliationState =
  "running" | "waiting" | "paused" | "late" | "never"

/** `status` in the answer of `GET /admin/one2pays/status`. Times are ISO 8601. */
export interface StatusView {
  mode: "live" | "test"
  gateway: GatewayView
  maintenance: MaintenanceView | null
  /** Whether payouts, refunds and bank transfers may be asked for. */
  unit: UnitView
  rate_budget: { per_minute: number; left: number }
  webhook: WebhookAddress
  last_webhook_at: string | null
  last_reconciliation_at: string | null
  reconciliation: ReconciliationState
  open_issues: number
  checks: ShopCheck[]
  options: PublicOptions
  versions: Versions
}

/** The facts about the plugin's own work. */
export interface Activity {
  mode: "live" | "test"
  outage: OutageNotice | null
  unit: UnitStanding
  rate_budget: { per_minute: number; left: number }
  last_webhook_at: Date | null
  reconciliation: ReconciliationRecord
  open_issues: number
}

export function renderStatus(
  known: BalanceRecord,
  { last_webhook_at, reconciliation, ...now }: Activity,
  shop: Pick<StatusView, "webhook" | "checks" | "options" | "versions">,
  locale: Locale
): StatusView {
  return {
    mode: now.mode,
    gateway: renderGateway(known, now.outage, locale),
    maintenance: maintenanceOf(now.outage),
    unit: renderUnit(now.unit, shop.options.amount_unit),
    rate_budget: now.rate_budget,
    webhook: shop.webhook,
    last_webhook_at: last_webhook_at?.toISOString() ?? null,
    last_reconciliation_at: reconciliation.last_at?.toISOString() ?? null,
    reconciliation: stateOf(reconciliation, now.outage !== null),
    open_issues: now.open_issues,
    checks: shop.checks,
    options: shop.options,
    versions: shop.versions,
  }
}

function stateOf(
  { last_at, is_running, is_late }: ReconciliationRecord,
  isOutage: boolean
): ReconciliationState {
  if (is_running) {
    return "running"
  }
  if (isOutage) {
    return "paused"
  }
  if (!last_at) {
    return "never"
  }
  return is_late ? "late" : "waiting"
}
