import { MedusaError } from "@medusajs/framework/utils"
import { One2PaysError } from "../../gateway"
import { checkWithdraw } from "./check-withdraw"
import { noteUnpaidRefund, recordWithdraw } from "./record-withdraw"
import { callAbout, type WithdrawContext } from "./withdraw-context"
import type { Withdraw } from "./withdraw-store"

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
  reason: string
): Promise<Withdraw> {
  const held = await context.store.move(withdraw.id, {
    to: "canceled",
    from: ["requires_approval", "approved"],
    actor,
    reason,
  })
  if (held) {
    await noteUnpaidRefund(context, held, reason)
    return held
  }
  const sent = (await context.store.find(withdraw.id)) ?? withdraw
  const known =
    sent.state === "unknown" ? await checkWithdraw(context, sent) : sent
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
    return await recordWithdraw(context, known, told)
  } catch (error) {
    // The vendor names no code for it: it has ended by itself, and only asking tells how.
    if (error instanceof One2PaysError && error.outcome === "refused") {
      const now = await checkWithdraw(context, known)
      throw cannot(now)
    }
    throw error
  }
}

const cannot = ({ state }: Withdraw) =>
  new MedusaError(
    MedusaError.Types.NOT_ALLOWED,
    state === "sending"
      ? "The withdraw is on its way to One2Pays right now. Try again in a moment."
      : `A withdraw that is ${state} cannot be canceled.`,
    "one2pays_wrong_state"
  )
