import type { BalanceView } from "../../api/support/render-gateway"

/** Whether an amount in THB is more than the wallet holds; of one in another currency, or an unknown one, nobody can say. */
export const isAboveWallet = (
  amount: string,
  balance: Pick<BalanceView, "wallet" | "currency_code"> | null | undefined
): boolean =>
  balance?.currency_code === "thb" && Number(amount) > balance.wallet
