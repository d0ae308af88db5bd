import { One2PaysError, type GatewayWithdraw } from "../../gateway"
import { recordWithdraw } from "./record-withdraw"
import { callAbout, type WithdrawContext } from "./withdraw-context"
import type { Withdraw } from "./withdraw-store"

/** Before a withdraw that the gateway does not know of is sent again. */
const PAUSE_SECONDS = 5

/**
 * Asks the gateway what became of a withdraw: one whose answer was lost is found by its reference,
 * or is certainly not there, and only then may it be sent again, under the same reference and key.
 *
 * @throws One2PaysError when the gateway cannot be asked, or cannot tell
 */
export async function checkWithdraw(
  context: WithdrawContext,
  withdraw: Withdraw
): Promise<Withdraw> {
  switch (withdraw.state) {
    case "requires_approval":
    case "approved":
    case "rejected":
      return withdraw
    case "sending":
    case "unknown":
      return resolveLost(context, withdraw)
    case "pending":
    case "processing":
    case "paid":
    case "failed":
    case "canceled":
      return readAgain(context, withdraw)
    default:
      withdraw.state satisfies never
      throw new Error("[one2pays] unknown withdraw state")
  }
}

async function resolveLost(
  context: WithdrawContext,
  withdraw: Withdraw
): Promise<Withdraw> {
  const lost =
    withdraw.state === "unknown"
      ? withdraw
      : await context.store.move(withdraw.id, {
          to: "unknown",
          actor: "system",
          reason: "whoever sent it did not come back",
        })
  if (!lost) {
    return (await context.store.find(withdraw.id)) ?? withdraw
  }
  const found = await findAtGateway(context, lost)
  if (found) {
    return recordWithdraw(context, lost, found)
  }
  const again = await context.store.move(lost.id, {
    to: "approved",
    from: ["unknown"],
    actor: "system",
    reason: "the gateway has none: it is sent again under the same reference",
  })
  await context.store.holdFor([lost.id], PAUSE_SECONDS)
  return again ?? lost
}

async function readAgain(
  context: WithdrawContext,
  withdraw: Withdraw
): Promise<Withdraw> {
  if (!withdraw.gateway_withdraw_id) {
    return withdraw
  }
  const told = await context.gateway.withdraws.retrieve(
    withdraw.gateway_withdraw_id,
    callAbout(withdraw)
  )
  return recordWithdraw(context, withdraw, told)
}

async function findAtGateway(
  { gateway }: WithdrawContext,
  withdraw: Withdraw
): Promise<GatewayWithdraw | null> {
  const found = await gateway.withdraws.retrieveByReference(
    withdraw.reference_id,
    { ...callAbout(withdraw), createdAfter: withdraw.created_at }
  )
  const owner = found?.metadata?.withdraw_id ?? withdraw.id
  if (found && owner !== withdraw.id) {
    throw new One2PaysError({
      code: "LOOKUP_INCONCLUSIVE",
      text: "The gateway has a withdraw under this reference that this shop did not make",
      referenceId: withdraw.reference_id,
    })
  }
  return found
}
