import { generateEntityId } from "@medusajs/framework/utils"
import { createHash } from "crypto"
import { roundThb } from "../../../../gateway"
import { staffMessage } from "../../../../messages"
import { staffError } from "../../errors/staff-error"
import { mapInTurns } from "../../shared/turns"
import type { Payout } from "../../withdraw-rules/input"
import type { WithdrawContext } from "../context"
import type { WithdrawStore } from "../store/withdraw-store"
import type { Withdraw } from "../withdraw"
import { openedNumber } from "./duplicates"

/** The names that the rows of an upload have together, in whatever order they stand. */
export const uploadHashes = async (
  context: WithdrawContext,
  payouts: Payout[]
): Promise<string[]> =>
  context.uploadHashes(
    (await mapInTurns(payouts, fingerprint)).sort().join("\n")
  )

/** The id of a batch. The same request name gives the same id, so that a process finds a batch that comes twice. */
export const batchIdOf = (requestKey: string | undefined): string =>
  requestKey
    ? `o2pb_${createHash("sha256").update(requestKey).digest("hex").slice(0, 32)}`
    : generateEntityId(undefined, "o2pb")

/** Finds the payouts of an earlier request with this name, alone or as a batch. */
export async function findEarlier(
  store: WithdrawStore,
  requestKey: string
): Promise<Withdraw[]> {
  const alone = await store.queries.findByRequestKey(requestKey)
  return alone ? [alone] : store.queries.listOfBatch(batchIdOf(requestKey))
}

/**
 * Compares a request with the earlier one of the same name. The same request again is the same payout. The same name
 * for something else is a mistake.
 */
export async function assertSame(
  context: WithdrawContext,
  earlier: Withdraw[],
  asked: Payout[],
  batchId: string | null
): Promise<void> {
  const before = await mapInTurns(earlier, (row) =>
    fingerprint({ ...row, account_number: openedNumber(context, row) })
  )
  const now = await mapInTurns(asked, fingerprint)
  const isSame =
    earlier[0]?.batch_id === batchId &&
    before.sort().join("\n") === now.sort().join("\n")
  if (!isSame) {
    throw staffError(staffMessage("key_reused"))
  }
}

/**
 * A text that tells two payouts apart. It holds the whole account number: with the last four digits alone, money could
 * go to another account than the request names.
 */
const fingerprint = (payout: Payout): string =>
  JSON.stringify(
    sorted([
      roundThb(payout.amount),
      payout.bank_code,
      payout.account_number,
      payout.account_name,
      payout.description ?? null,
      payout.metadata ?? null,
    ])
  )

/** Sorts the keys of metadata, because PostgreSQL gives them back in an order of its own. */
function sorted(value: unknown): unknown {
  if (Array.isArray(value)) {
    return value.map(sorted)
  }
  return typeof value === "object" && value !== null
    ? Object.entries(value)
        .sort(([a], [b]) => (a < b ? -1 : 1))
        .map(([key, each]) => [key, sorted(each)])
    : value
}
