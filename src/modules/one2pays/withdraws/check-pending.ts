import { One2PaysError, withdrawPhase } from "../../../gateway"
import { checkWithdraw } from "./check"
import { logFailure } from "../errors/log-failure"
import { readWindow } from "../shared/read-window"
import { recordWithdraw } from "./record"
import type { WithdrawContext } from "./context"
import type { Withdraw } from "./withdraw"

/** Longer than a run; a run whose process died is over by then. */
const HELD_SECONDS = 60
/** Before one that could not be checked is looked at again. */
const PAUSE_SECONDS = 10
const AT_ONCE = 5000
const LOST_AT_ONCE = 200
const WORKERS = 4

/** Below it, asking for each is no dearer than a page. */
const LISTED_FROM = 2

/** Resolves withdraws with an unknown outcome: the sender crashed or got no response. */
export async function resolveLostWithdraws(
  context: WithdrawContext
): Promise<void> {
  const lost = await context.store.leases.acquireSome(
    (rows) =>
      rows.whereNull("deleted_at").whereIn("state", ["sending", "unknown"]),
    LOST_AT_ONCE,
    HELD_SECONDS
  )
  await checkEach(context, lost)
}

/** Asks the gateway about all withdraws that wait there: by pages of its list where that costs fewer calls. */
export async function checkPendingWithdraws(
  context: WithdrawContext
): Promise<void> {
  const pending = await context.store.leases.acquireSome(
    (rows) =>
      rows.whereNull("deleted_at").whereIn("state", ["pending", "processing"]),
    AT_ONCE,
    HELD_SECONDS
  )
  try {
    await checkEach(context, await checkByList(context, pending))
  } finally {
    await context.store.leases.release(pending)
  }
}

/** @returns those that the list did not tell of */
async function checkByList(
  context: WithdrawContext,
  withdraws: Withdraw[]
): Promise<Withdraw[]> {
  const dated = withdraws.flatMap((withdraw) =>
    withdraw.gateway_withdraw_id && withdraw.gateway_created_at
      ? [{ withdraw, at: withdraw.gateway_created_at.getTime() }]
      : []
  )
  if (dated.length < LISTED_FROM) {
    return withdraws
  }
  const times = dated.map(({ at }) => at)
  const sought = new Map(
    dated.map(({ withdraw }) => [withdraw.gateway_withdraw_id ?? "", withdraw])
  )
  const window = {
    from: new Date(Math.min(...times) - 1),
    to: new Date(Math.max(...times) + 1),
  }
  const { withdraws: gateway } = context.gateway
  for await (const { found, item } of readWindow(
    (query, call) => gateway.list(query, call),
    window,
    sought
  )) {
    if (withdrawPhase(item.status) !== found.state) {
      await recordWithdraw(context, found, item)
    }
  }
  const left = new Set(sought.values())
  return withdraws.filter(
    (withdraw) => left.has(withdraw) || !withdraw.gateway_created_at
  )
}

/** A few at a time. One that the gateway stumbles over does not keep the others from being asked for. */
async function checkEach(
  context: WithdrawContext,
  withdraws: Withdraw[]
): Promise<void> {
  const queue = [...withdraws]
  const worker = async () => {
    for (let next = queue.shift(); next; next = queue.shift()) {
      // The last of many comes late: it may be somebody else's by now.
      const held = await context.store.leases.renew(next, HELD_SECONDS, {
        state: next.state,
      })
      if (held && !(await checkHeld(context, held))) {
        queue.length = 0
      }
    }
  }
  await Promise.all(Array.from({ length: WORKERS }, worker))
}

/** @returns false when the gateway cannot be asked at all now */
async function checkHeld(
  context: WithdrawContext,
  held: Withdraw
): Promise<boolean> {
  try {
    await checkWithdraw(context, held)
    await context.store.leases.release([held])
    return true
  } catch (error) {
    logFailure(
      context.logger,
      `withdraw ${held.reference_id} could not be checked`,
      error
    )
    await context.store.leases.renew(held, PAUSE_SECONDS)
    return error instanceof One2PaysError && error.outcome !== "not_sent"
  }
}
