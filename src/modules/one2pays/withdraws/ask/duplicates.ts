import {
  describeProblems,
  staffMessage,
  type ProblemLine,
} from "../../../../messages"
import { codedError } from "../../errors/staff-error"
import { ERASED, SealError } from "../../shared/seal"
import { bangkokDay } from "../../shared/shop-zone"
import type { WithdrawContext } from "../context"
import { firstOf } from "./problem-lines"
import type { NewWithdraw, Withdraw } from "../withdraw"
import type { WithdrawStore } from "../store/withdraw-store"

/** An earlier payout to the same account, of the same amount. */
type Earlier = Pick<
  Withdraw,
  "id" | "created_at" | "amount" | "account_last4" | "batch_id"
>

/** A row that is about to be written, with the names that its account has under each key. */
export interface NewPayout {
  row: NewWithdraw
  account_hashes: string[]
}

/**
 * Marks payouts that were asked for before: to the same account, of the same amount, in the last days or in an earlier
 * row of the same request; or all of an upload that came before. The requester gives a reason, and a second person reads
 * it.
 *
 * @param batchHashes the names that the rows of an upload have together, under each key
 * @param reason why they are meant
 * @throws MedusaError `one2pays_duplicate_payout` that names the earlier ones, without a reason
 */
export async function markDuplicates(
  context: WithdrawContext,
  store: WithdrawStore,
  payouts: NewPayout[],
  batchHashes: string[],
  reason: string | undefined
): Promise<NewWithdraw[]> {
  const { duplicateDays } = context.options.withdraws
  if (duplicateDays === 0) {
    return payouts.map(({ row }) => row)
  }
  const sameFile = await store.queries.findUpload(batchHashes)
  const find = await finderOf(context, store, payouts, duplicateDays)
  const asked = new Map<string, { id: string }>()
  const lines: ProblemLine[] = sameFile
    ? [{ problems: [{ words: staffMessage("same_file", named(sameFile)) }] }]
    : []
  const marked = payouts.map((payout, index): NewWithdraw => {
    const { id, amount, account_hash, account_last4 } = payout.row
    const earlier = find(payout)
    const name = nameOf(account_hash, amount)
    const above = asked.get(name)
    asked.set(name, above ?? { id })
    if (earlier.length > 0 || above) {
      const same = earlier.map((each) =>
        staffMessage("same_payout", named(each))
      )
      const row = { amount, last4: account_last4 }
      lines.push({
        row: payouts.length === 1 ? undefined : index + 1,
        problems: [
          ...same,
          ...(above ? [staffMessage("same_row", row)] : []),
        ].map((words) => ({ words })),
      })
    }
    const of = [above, ...earlier, sameFile].flatMap((each) => each?.id ?? [])
    return of.length > 0
      ? {
          ...payout.row,
          state: "requires_approval",
          duplicate: { reason: reason ?? "", of },
        }
      : payout.row
  })
  if (lines.length > 0 && !reason) {
    throw codedError(
      "one2pays_duplicate_payout",
      describeProblems(firstOf(lines))
    )
  }
  return marked
}

/** How many earlier payouts one row names. */
const EARLIER_AT_MOST = 5

const named = ({
  id,
  created_at,
  amount,
  account_last4,
  batch_id,
}: Earlier) => ({
  id,
  date: bangkokDay(created_at),
  amount,
  last4: account_last4,
  batch: batch_id ?? id,
})

/** Reads the earlier payouts of all rows at once. @returns what finds those of one row, the newest first */
async function finderOf(
  context: WithdrawContext,
  store: WithdrawStore,
  payouts: NewPayout[],
  days: number
): Promise<(payout: NewPayout) => Earlier[]> {
  const hashes = payouts.flatMap(({ account_hashes }) => account_hashes)
  const earlier = new Map<string, Earlier[]>()
  const add = (hash: string | null, each: Earlier) => {
    const key = nameOf(hash, each.amount)
    const known = earlier.get(key)
    if (known) {
      known.push(each)
    } else {
      earlier.set(key, [each])
    }
  }
  for (const each of await store.queries.listOfAccounts(hashes, days)) {
    add(each.account_hash, each)
  }
  // Rows that are older than these names. Some days after the update there are none.
  const alike = new Set(payouts.map(({ row }) => likenessOf(row)))
  const last4 = new Set(payouts.map(({ row }) => row.account_last4))
  for (const each of await store.queries.listUnnamed([...last4], days)) {
    const number = alike.has(likenessOf(each)) && openedNumber(context, each)
    if (number) {
      context
        .accountHashes(each.bank_code, number)
        .forEach((hash) => add(hash, each))
    }
  }
  return ({ row, account_hashes }) => {
    const found = account_hashes.flatMap(
      (hash) => earlier.get(nameOf(hash, row.amount)) ?? []
    )
    return [...new Set(found)].slice(0, EARLIER_AT_MOST)
  }
}

/** Equal for payouts of the same amount to the same account. */
const nameOf = (accountHash: string | null, amount: string): string =>
  `${accountHash ?? ""} ${amount}`

/** What two payouts to one account have in common, as far as that can be read without a key. */
const likenessOf = ({
  amount,
  bank_code,
  account_last4,
}: Pick<Withdraw, "amount" | "bank_code" | "account_last4">): string =>
  `${amount} ${bank_code} ${account_last4}`

/** Opens the account number of a row. An unreadable or erased number gives an empty text, which equals no number. */
export function openedNumber(context: WithdrawContext, row: Withdraw): string {
  if (row.account_sealed === ERASED) {
    return ""
  }
  try {
    return context.openAccountNumber(row)
  } catch (error) {
    if (!(error instanceof SealError)) {
      throw error
    }
    context.logger.error(error.message)
    return ""
  }
}
