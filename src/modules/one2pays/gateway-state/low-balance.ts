import { roundThb } from "../../../gateway"
import { staffMessage } from "../../../messages"
import type { NewNotice } from "../notices/notice"

/** Emitted once, when the wallet falls below `balanceAlert`; again after it has held that much meanwhile. */
export const BALANCE_LOW = "one2pays.balance.low"

/** Data of the event. Amounts are THB in major units, as text; `as_of` is ISO 8601. */
export interface BalanceLow {
  wallet: string
  /** The option `balanceAlert`. */
  alert_below: string
  as_of: string
}

/** The news that the wallet holds less than the merchant wants in it. */
export function lowNotice(
  walletBalance: string,
  balanceAlert: string | number,
  asOf: Date
): NewNotice {
  const wallet = roundThb(walletBalance)
  const limit = roundThb(balanceAlert)
  const data: BalanceLow = {
    ...{ wallet, alert_below: limit },
    as_of: asOf.toISOString(),
  }
  return {
    topic: "balance_low",
    amount: wallet,
    words: staffMessage("balance_low", { wallet, limit }),
    event: { name: BALANCE_LOW, data },
  }
}
