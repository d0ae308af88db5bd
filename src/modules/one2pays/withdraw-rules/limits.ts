import BigNumber from "bignumber.js"
import { MathBN } from "@medusajs/framework/utils"
import { staffMessage, type Message } from "../../../messages"
import { SHOP_OFFSET_MS } from "../shared/shop-zone"

/** Limits of the options `withdraws` and `refunds`; THB in major units. */
export interface WithdrawLimits {
  /** Above it, a second person has to approve. */
  approvalAbove: string | number
  maxAmount?: string | number
  /** All payouts of one day in Bangkok together. */
  dailyLimit?: string | number
}

/** The wallet, and what of it is spoken for; THB in major units. */
export interface WalletFacts {
  wallet: string
  /** Withdraws on their way, and those that the wallet does not show yet. */
  in_flight: string
  /** Withdraws that wait to leave. */
  waiting: string
}

/** What the wallet has left; THB in major units with two decimals. */
export interface Funds extends WalletFacts {
  fee_margin: string
  /** What all withdraws that wait may take. */
  sendable: string
  /** What another withdraw may ask for. It is below zero where more waits than the wallet holds. */
  available: string
}

/**
 * Computes what the wallet has left: wallet − waiting − in flight − margin for fees. The form, the upload, the balance
 * card and the rules all go by it.
 *
 * @param feeMargin THB in major units, or a part of the wallet such as `"1.5%"`
 */
export function fundsOf(
  { wallet, in_flight, waiting }: WalletFacts,
  feeMargin: string | number = 0
): Funds {
  const margin = marginOf(wallet, String(feeMargin))
  const sendable = MathBN.sub(wallet, in_flight, margin)
  return {
    wallet: money(wallet),
    in_flight: money(in_flight),
    waiting: money(waiting),
    fee_margin: money(margin),
    sendable: money(sendable),
    available: money(MathBN.sub(sendable, waiting)),
  }
}

/** A part of a satang counts as a whole one. */
const marginOf = (wallet: string, margin: string) =>
  margin.endsWith("%")
    ? MathBN.div(MathBN.mult(wallet, margin.slice(0, -1)), 100).decimalPlaces(
        2,
        BigNumber.ROUND_UP
      )
    : MathBN.convert(margin)

/** The facts for a decision about a withdraw, when staff ask for it and when it leaves. THB in major units. */
export interface WithdrawFacts {
  amount: string
  /** Other payouts of the same day that have not failed. */
  day_total: string
  /** What the wallet has left. Null when the gateway never told the balance. */
  available: string | null
}

/** The reason of a refusal: its key is the rule, its values are what that allows. */
export type WithdrawRefusal = Message<
  "max_amount" | "daily_limit" | "balance" | "balance_unknown"
>

/** Checks whether the rules let an amount leave. The function is pure: the same facts give the same answer. */
export function checkLimits(
  { maxAmount, dailyLimit }: Pick<WithdrawLimits, "maxAmount" | "dailyLimit">,
  { amount, day_total, available }: WithdrawFacts
): WithdrawRefusal | null {
  const tooLarge = checkMaxAmount(maxAmount, amount)
  if (tooLarge) {
    return tooLarge
  }
  if (
    dailyLimit !== undefined &&
    MathBN.gt(MathBN.add(day_total, amount), dailyLimit)
  ) {
    const left = MathBN.max(MathBN.sub(dailyLimit, day_total), 0)
    return staffMessage("daily_limit", {
      amount,
      limit: money(dailyLimit),
      left: money(left),
    })
  }
  if (available === null) {
    return staffMessage("balance_unknown")
  }
  if (MathBN.gt(amount, available)) {
    const left = MathBN.max(available, 0)
    return staffMessage("balance", { amount, left: money(left) })
  }
  return null
}

/** Checks whether one payout may be as large as this. */
export const checkMaxAmount = (
  maxAmount: WithdrawLimits["maxAmount"],
  amount: string
): WithdrawRefusal | null =>
  maxAmount !== undefined && MathBN.gt(amount, maxAmount)
    ? staffMessage("max_amount", { amount, limit: money(maxAmount) })
    : null

/**
 * Whether a second person has to approve a withdraw: above the limit, and whatever the limit where the payer of the
 * order was changed, or where nobody who exists asked for it.
 */
export const needsApproval = (
  { approvalAbove }: Pick<WithdrawLimits, "approvalAbove">,
  {
    amount,
    first_payer,
    person,
  }: {
    amount: string
    first_payer: object | null
    /** Absent where the plugin has not looked. */
    person?: { id: string | null } | null
  }
): boolean =>
  first_payer !== null ||
  person?.id === null ||
  MathBN.gt(amount, approvalAbove)

const money = (amount: Parameters<typeof MathBN.convert>[0]) =>
  MathBN.convert(amount).toFixed(2)

/** The beginning of a moment's day in Bangkok (UTC+7, no summer time). */
export function startOfBangkokDay(now: Date): Date {
  const day = 24 * 60 * 60 * 1000
  const days = Math.floor((now.getTime() + SHOP_OFFSET_MS) / day)
  return new Date(days * day - SHOP_OFFSET_MS)
}
