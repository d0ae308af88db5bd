import type { ResolvedOptions } from "../../config/options"
import type { BalanceRecord } from "../../gateway-state/gateway-state-store"
import { fundsOf, type Funds } from "../../withdraw-rules/limits"
import type { WithdrawQueries } from "../store/withdraw-queries"

/** Reads what the wallet has left. Null while nobody knows the balance. See `fundsOf`. */
export async function readFunds(
  queries: WithdrawQueries,
  { balance, as_of }: Pick<BalanceRecord, "balance" | "as_of">,
  { withdraws }: Pick<ResolvedOptions, "withdraws">
): Promise<Funds | null> {
  if (!balance || !as_of) {
    return null
  }
  const facts = {
    wallet: balance.walletBalance,
    in_flight: await queries.sumInFlight(as_of),
    waiting: await queries.sumWaiting(),
  }
  return fundsOf(facts, withdraws.feeMargin)
}
