import { One2PaysError } from "../../../gateway"
import { staffMessage, type Words } from "../../../messages"
import { checkWithdraw } from "./check"
import { staffError } from "../errors/staff-error"
import { announceIssueOf, recordWithdraw } from "./record"
import { callAbout, type WithdrawContext } from "./context"
import type { Withdraw } from "./withdraw"

/** One check at a time; the right lapses when its holder dies. */
const HELD_SECONDS = 60

/**
 * Cancels a withdraw: at once where it has not left, at the gateway where it has. One whose answer
 * was lost is asked for first.
 *
 * @throws MedusaError NOT_ALLOWED when it has ended
 * @throws One2PaysError when the gateway cannot be asked
 */
export async function cancelWithdraw(
  context: WithdrawContext,
  withdraw: Withdraw,
  actor: string,
  reason: Words
): Promise<Withdraw> {
  const held = await context.store.move(withdraw.id, {
    to: "canceled",
    from: ["requires_approval", "approved"],
    actor,
    reason,
  })
  if (held) {
    await announceIssueOf(context, held)
    return held
  }
  const sent = (await context.store.queries.find(withdraw.id)) ?? withdraw
  const known = sent.state === "unknown" ? await findOut(context, sent) : sent
  if (known.state === "approved") {
    return cancelWithdraw(context, known, actor, reason)
  }
  if (
    !known.gateway_withdraw_id ||
    (known.state !== "pending" && known.state !== "processing")
  ) {
    throw cannot(known)
  }
  try {
    const told = await context.gateway.withdraws.cancel(
      known.gateway_withdraw_id,
      callAbout(known)
    )
    return await recordWithdraw(context, known, told, { actor, reason })
  } catch (error) {
    // The vendor names no code for it: it has ended by itself, and only asking tells how.
    if (error instanceof One2PaysError && error.outcome === "refused") {
      const now = await checkWithdraw(context, known)
      throw cannot(now)
    }
    throw error
  }
}

/** @returns it as it is, when somebody else is finding out already */
async function findOut(
  context: WithdrawContext,
  unknown: Withdraw
): Promise<Withdraw> {
  const held = await context.store.leases.acquire(unknown.id, HELD_SECONDS)
  if (!held) {
    return unknown
  }
  try {
    return await checkWithdraw(context, held)
  } finally {
    await context.store.leases.release([held])
  }
}

const cannot = ({ state }: Withdraw) =>
  staffError(
    state === "sending" || state === "unknown"
      ? staffMessage("leaving_now")
      : staffMessage("not_cancelable", { state })
  )
