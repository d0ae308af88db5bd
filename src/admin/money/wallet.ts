import type { BalanceView } from "./use-balance"

/**
 * Whether an amount in THB is more than the wallet has left for another payout. No amount is more than an unknown one, or
 * one in another currency.
 */
export const isAboveAvailable = (
  amount: string,
  balance: Pick<BalanceView, "available" | "currency_code"> | null | undefined
): boolean =>
  balance?.currency_code === "thb" && Number(amount) > balance.available
