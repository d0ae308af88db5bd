import { merchantText, type Locale } from "../../messages"
import type { BalanceRecord } from "../../modules/one2pays/gateway-state/gateway-state-store"

/** A maintenance as our routes show it. Times are ISO 8601. */
export interface MaintenanceView {
  started_at: string
  /** When the gateway is asked again. */
  retry_at: string
}

/** Amounts are THB in major units. */
export interface BalanceView {
  wallet: number
  settlement: number
  currency_code: string
  status: string
  as_of: string
  mode: "live" | "test"
  /** Whether the gateway could not be asked since. */
  stale: boolean
}

/** What is wrong with the gateway, for the merchant; `message` in the language of the request. */
export interface GatewayProblem {
  code: string
  message: string
}

/** How the gateway was when it was asked last. */
export interface GatewayView {
  reachable: boolean
  checked_at: string | null
  problem: GatewayProblem | null
}

/** The answer of `GET /admin/one2pays/balance`. */
export interface BalanceAnswer {
  mode: "live" | "test"
  /** Null when the gateway has never told. */
  balance: BalanceView | null
  maintenance: MaintenanceView | null
  problem: GatewayProblem | null
}

export function renderBalance(
  known: BalanceRecord,
  maintenance: MaintenanceView | null,
  mode: "live" | "test",
  locale: Locale
): BalanceAnswer {
  const { balance, as_of } = known
  return {
    mode,
    balance:
      balance && as_of
        ? {
            wallet: Number(balance.walletBalance),
            settlement: Number(balance.settlementBalance),
            currency_code: balance.currency.toLowerCase(),
            status: balance.status,
            as_of: as_of.toISOString(),
            mode,
            // Whoever meets a maintenance first need not have asked for the balance.
            stale: known.error !== null || maintenance !== null,
          }
        : null,
    maintenance,
    problem: renderProblem(known.error, locale),
  }
}

export const renderGateway = (
  { as_of, checked_at, error }: BalanceRecord,
  maintenance: MaintenanceView | null,
  locale: Locale
): GatewayView => ({
  reachable: error === null && as_of !== null && maintenance === null,
  checked_at: checked_at?.toISOString() ?? null,
  problem: renderProblem(error, locale),
})

/** @param error code of the last failure, if that was one */
function renderProblem(
  error: string | null,
  locale: Locale
): GatewayProblem | null {
  const message = error && merchantText(error)?.[locale]
  return message ? { code: error, message } : null
}
