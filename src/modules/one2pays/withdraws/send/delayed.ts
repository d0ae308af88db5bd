import { staffMessage } from "../../../../messages"
import type { WithdrawContext } from "../context"
import { waitOf } from "../withdraw"

/** A bank transfer within Thailand takes minutes, and a bank's night takes hours. */
const HOURS = 24
/** The gateway's answer was lost, and it could not tell since. */
const LOST_HOURS = 3

/** Raises an issue for each withdraw that may leave or has left, and has not ended since. */
export async function noteDelayed(
  { store, issues, unit }: WithdrawContext,
  limit: number
): Promise<void> {
  const isProved = await unit.isProved()
  for (const withdraw of await store.queries.listDelayed(
    { hours: HOURS, lost: LOST_HOURS },
    limit
  )) {
    const { id, amount, reference_id, state } = withdraw
    const waitsFor = waitOf(withdraw, isProved)
    const told = { amount, reference: reference_id }
    await issues.raise(
      id,
      "delayed",
      waitsFor
        ? staffMessage("payout_waits", {
            ...told,
            why: staffMessage(`waits_for_${waitsFor}`),
          })
        : staffMessage("payout_delayed", { ...told, state })
    )
  }
}
