import { staffMessage } from "../../../messages"
import type { WithdrawContext } from "./context"

/** A bank transfer within Thailand takes minutes, and a bank's night takes hours. */
const HOURS = 24
/** The gateway's answer was lost, and it could not tell since. */
const LOST_HOURS = 3

/** Raises an issue for each withdraw that may leave or has left, and has not ended since. */
export async function noteDelayed(
  { store, issues }: WithdrawContext,
  limit: number
): Promise<void> {
  for (const withdraw of await store.queries.listDelayed(
    { hours: HOURS, lost: LOST_HOURS },
    limit
  )) {
    const { id, amount, reference_id, state } = withdraw
    await issues.raise(
      id,
      "delayed",
      staffMessage("payout_delayed", { amount, reference: reference_id, state })
    )
  }
}
