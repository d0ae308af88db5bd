import { One2PaysError, type GatewayWithdraw } from "../../../../gateway"
import { staffMessage } from "../../../../messages"
import { progressOf, searchWindow } from "../../shared/search-window"
import { recordWithdraw } from "./record"
import { callAbout, type WithdrawContext } from "../context"
import type { Withdraw } from "../withdraw"

/** The pause before a process sends a withdraw again that the gateway does not know. */
const PAUSE_SECONDS = 5

/**
 * Asks the gateway about a withdraw that the caller has leased. The process finds one whose answer was lost by its
 * reference. Only when the gateway certainly has none may a process send it again, under the same reference and key.
 *
 * @throws One2PaysError when the gateway does not answer, or cannot tell
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
  const { store } = context
  const lost =
    withdraw.state === "unknown"
      ? withdraw
      : await store.move(withdraw.id, {
          to: "unknown",
          actor: "system",
          reason: staffMessage("sender_lost"),
          leasedAs: withdraw,
        })
  if (!lost) {
    return (await store.queries.find(withdraw.id)) ?? withdraw
  }
  const found = await findAtGateway(context, lost)
  if (found) {
    return recordWithdraw(context, lost, found)
  }
  const again = await store.move(lost.id, {
    to: "approved",
    from: ["unknown"],
    actor: "system",
    reason: staffMessage("sent_again"),
    // The gateway's answer is out of date as soon as another process may have sent the withdraw.
    leasedAs: lost,
    leaseFor: PAUSE_SECONDS,
  })
  return again ?? (await store.queries.find(lost.id)) ?? lost
}

async function readAgain(
  context: WithdrawContext,
  withdraw: Withdraw
): Promise<Withdraw> {
  const told = await (withdraw.gateway_withdraw_id
    ? context.gateway.withdraws.retrieve(
        withdraw.gateway_withdraw_id,
        callAbout(withdraw)
      )
    : findLate(context, withdraw))
  return told ? recordWithdraw(context, withdraw, told) : withdraw
}

/**
 * Looks for a withdraw that ended here. A request can arrive after the gateway said that it has none, so the gateway
 * may pay it all the same.
 */
const findLate = async (context: WithdrawContext, withdraw: Withdraw) =>
  withdraw.sent_at ? findAtGateway(context, withdraw) : null

/**
 * Finds the gateway's withdraw under our reference. Null when it certainly has none.
 *
 * @throws One2PaysError when the gateway does not answer, or cannot tell
 */
export async function findAtGateway(
  context: WithdrawContext,
  withdraw: Withdraw
): Promise<GatewayWithdraw | null> {
  const found = await findByReference(context, withdraw)
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

/** A search that comes to no end goes on the next time, in any process. */
async function findByReference(
  { gateway, store }: WithdrawContext,
  withdraw: Withdraw
): Promise<GatewayWithdraw | null> {
  const { id, reference_id, sent_at, created_at, ended_at, updated_at } =
    withdraw
  const window = searchWindow(
    sent_at ?? created_at,
    ended_at ?? updated_at,
    withdraw.searched_to
  )
  try {
    return await gateway.withdraws.retrieveByReference(reference_id, {
      ...callAbout(withdraw),
      ...window,
    })
  } catch (error) {
    const progress = progressOf(error, window)
    if (progress) {
      await store.noteSearched(id, progress)
    }
    throw error
  }
}
