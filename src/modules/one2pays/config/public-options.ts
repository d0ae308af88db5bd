import type { ResolvedOptions } from "./options"

/** The options that staff may see: no key, no secret. Amounts are THB in major units. */
export interface PublicOptions {
  base_url: string
  amount_unit: "satang" | "baht"
  payment_methods: ResolvedOptions["paymentMethods"]
  min_amount: number | null
  max_amount: number | null
  /** Null takes every bank. */
  banks: string[] | null
  payment_expires_in_minutes: number
  unpaid_orders: { action: "cancel" | "keep"; after_minutes: number }
  withdraws: {
    approval_above: number
    max_amount: number | null
    daily_limit: number | null
    duplicate_days: number
    /** THB in major units, or a part of the wallet such as `1.5%`. */
    fee_margin: number | string | null
  }
  refunds: { mode: "withdraw" | "off"; approval_above: number }
  balance_alert: number | null
  keep_account_numbers_days: number
  /** The store that counts the calls for the rate limit. */
  rate_limit_store: "postgres" | "redis"
  /** The key that seals bank accounts: the merchant's own, or one derived from the secret key. */
  encryption_key: "own" | "derived"
}

/** Names every field, so that an option that is added later never shows by accident. */
export function describeOptions(options: ResolvedOptions): PublicOptions {
  const { unpaidOrders, withdraws, refunds } = options
  const approvalAbove = Number(withdraws.approvalAbove)
  return {
    base_url: options.baseUrl,
    amount_unit: options.amountUnit,
    payment_methods: options.paymentMethods,
    min_amount: toNumber(options.minAmount),
    max_amount: toNumber(options.maxAmount),
    banks: options.banks ?? null,
    payment_expires_in_minutes: options.paymentExpiresInMinutes,
    unpaid_orders: {
      action: unpaidOrders.action,
      after_minutes: unpaidOrders.afterMinutes,
    },
    withdraws: {
      approval_above: approvalAbove,
      max_amount: toNumber(withdraws.maxAmount),
      daily_limit: toNumber(withdraws.dailyLimit),
      duplicate_days: withdraws.duplicateDays,
      fee_margin: describeMargin(withdraws.feeMargin),
    },
    refunds: {
      mode: refunds.mode,
      approval_above: toNumber(refunds.approvalAbove) ?? approvalAbove,
    },
    balance_alert: toNumber(options.balanceAlert),
    keep_account_numbers_days: options.keepAccountNumbersDays,
    rate_limit_store: options.rateLimit.redisUrl ? "redis" : "postgres",
    encryption_key: options.encryptionKey ? "own" : "derived",
  }
}

const toNumber = (amount: string | number | undefined): number | null =>
  amount === undefined ? null : Number(amount)

const describeMargin = (margin: string | number | undefined) =>
  typeof margin === "string" && margin.endsWith("%") ? margin : toNumber(margin)
