import { ERASED, SealError } from "../shared/seal"
import type { ApprovalQueries, Total } from "./store/approval-queries"
import type { WithdrawContext } from "./context"
import { goesBack, type Withdraw } from "./withdraw"

/** What was paid to an account before somebody asked for a withdraw to it. */
export interface AccountHistory extends Total {
  last_at: Date | null
  /** A payout to an account that nothing was paid to. Customers' money goes back to many of those. */
  is_new: boolean
  /** The last payout to the same name, where it went to another account and none has gone to this one. */
  other: Withdraw | null
}

/** Reads the history of the account of a withdraw. Null where nobody can tell the account any more. */
export async function readAccountHistory(
  context: WithdrawContext,
  approvals: ApprovalQueries,
  withdraw: Withdraw
): Promise<AccountHistory | null> {
  const hashes = namesOf(context, withdraw)
  if (hashes.length === 0) {
    return null
  }
  const paid = await approvals.sumPaidBefore(withdraw, hashes)
  const is_new = paid.count === 0 && !goesBack(withdraw)
  const other = is_new
    ? await approvals.findOtherAccount(withdraw, hashes)
    : null
  return { ...paid, is_new, other }
}

/** The names of an account: under every key, as long as the number opens, for rows that are older than the present one. */
function namesOf(context: WithdrawContext, withdraw: Withdraw): string[] {
  const { account_sealed, account_hash, bank_code } = withdraw
  if (account_sealed !== ERASED) {
    try {
      return context.accountHashes(
        bank_code,
        context.openAccountNumber(withdraw)
      )
    } catch (error) {
      if (!(error instanceof SealError)) {
        throw error
      }
      // The job that notes missing keys tells the merchant. A page that is read again and again must not.
    }
  }
  return account_hash ? [account_hash] : []
}
