import { merchantText, type Locale } from "../../messages"
import {
  maintenanceOf,
  type OutageNotice,
} from "../../modules/one2pays/gateway-state/connection"
import type { BalanceRecord } from "../../modules/one2pays/gateway-state/gateway-state-store"
import type { Funds } from "../../modules/one2pays/withdraw-rules/limits"

/** A maintenance as our routes show it. Times are ISO 8601. */
export interface MaintenanceView {
  started_at: string
  /** The time when the plugin asks the gateway again. */
  retry_at: string
}

/** Amounts are THB in major units. */
export interface BalanceView {
  wallet: number
  settlement: number
  /** What another payout may ask for: the wallet, less what waits, is in flight or stays for fees. Never below zero. */
  available: number
  /** Payouts and refunds that wait for approval, or to leave. */
  waiting: number
  /** Payouts and refunds on their way, as far as the wallet does not show them. */
  in_flight: number
  /** What stays for fees, by the option `withdraws.feeMargin`. */
  fee_margin: number
  currency_code: string
  status: string
  as_of: string
  mode: "live" | "test"
  /** True when the gateway could not be asked since. */
  stale: boolean
}

/** A problem of the gateway, for the merchant. `message` is in the language of the request. */
export interface GatewayProblem {
  code: string
  message: string
}

/** The gateway's state when the plugin asked it last. */
export interface GatewayView {
  reachable: boolean
  checked_at: string | null
  problem: GatewayProblem | null
}

/** The answer of `GET /admin/one2pays/balance`: all that a payout's form needs to know. */
export interface PayoutMeans extends BalanceAnswer {
  /** The codes of the banks that payouts may go to; null for all. */
  payout_banks: string[] | null
}

/** What the balance's card shows. */
export interface BalanceAnswer {
  mode: "live" | "test"
  /** Null until the gateway has told it once. */
  balance: BalanceView | null
  maintenance: MaintenanceView | null
  problem: GatewayProblem | null
}

export function renderBalance(
  known: BalanceRecord,
  funds: Funds | null,
  outage: OutageNotice | null,
  mode: "live" | "test",
  locale: Locale
): BalanceAnswer {
  const { balance, as_of } = known
  const error = errorIn(known, outage)
  return {
    mode,
    balance:
      balance && as_of && funds
        ? {
            wallet: Number(balance.walletBalance),
            settlement: Number(balance.settlementBalance),
            available: Math.max(Number(funds.available), 0),
            waiting: Number(funds.waiting),
            in_flight: Number(funds.in_flight),
            fee_margin: Number(funds.fee_margin),
            currency_code: balance.currency.toLowerCase(),
            status: balance.status,
            as_of: as_of.toISOString(),
            mode,
            // The call that first met the outage may have been another than that for the balance.
            stale: error !== null || outage !== null,
          }
        : null,
    maintenance: maintenanceOf(outage),
    problem: renderProblem(error, locale),
  }
}

export const renderGateway = (
  known: BalanceRecord,
  outage: OutageNotice | null,
  locale: Locale
): GatewayView => ({
  reachable: known.error === null && known.as_of !== null && outage === null,
  checked_at: known.checked_at?.toISOString() ?? null,
  problem: renderProblem(errorIn(known, outage), locale),
})

/** A customer may have found out that the gateway answers nobody after the balance was asked for. */
const errorIn = ({ error }: BalanceRecord, outage: OutageNotice | null) =>
  outage?.reason === "silence" ? "GATEWAY_SILENT" : error

/** @param error the code of the last failure, or null after a success */
function renderProblem(
  error: string | null,
  locale: Locale
): GatewayProblem | null {
  const message = error && merchantText(error)?.[locale]
  return message ? { code: error, message } : null
}
