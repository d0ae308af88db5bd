import type { BalanceView } from "./use-balance"

/**
 * Whether an amount in THB is more than the wallet holds. No amount is more than an unknown one, or one in another
 * currency.
 */
export const isAboveWallet = (
  amount: string,
  balance: Pick<BalanceView, "wallet" | "currency_code"> | null | undefined
): boolean =>
  balance?.currency_code === "thb" && Number(amount) > balance.wallet
