import { One2PaysError, withdrawPhase } from "../../../../gateway"
import { checkWithdraw } from "./check"
import { logFailure } from "../../errors/log-failure"
import { readWindow } from "../../shared/read-window"
import { recordWithdraw } from "./record"
import type { WithdrawContext } from "../context"
import type { Withdraw } from "../withdraw"

/** A lease outlasts a run. The run of a process that died is over by its end. */
const LEASE_SECONDS = 60
/** The pause before the process checks a withdraw again that it could not check. */
const PAUSE_SECONDS = 10
const AT_ONCE = 5000
const LOST_AT_ONCE = 200
const PAID_AT_ONCE = 1000
/** The most paid withdraws that a run asks for one by one, where the pages of the list do not show them. */
const PAID_SINGLY = 20
const WORKERS = 4

/** Below this number, asking for each withdraw costs no more than a page. */
const LISTED_FROM = 2

/** Resolves withdraws with an unknown outcome: the sender crashed or got no response. */
export async function resolveLostWithdraws(
  context: WithdrawContext
): Promise<void> {
  const lost = await context.store.leases.acquireSome(
    (rows) =>
      rows.whereNull("deleted_at").whereIn("state", ["sending", "unknown"]),
    LOST_AT_ONCE,
    LEASE_SECONDS
  )
  await checkEach(context, lost)
}

/** Checks all withdraws that wait at the gateway. It reads pages of the gateway's list where that costs fewer calls. */
export async function checkPendingWithdraws(
  context: WithdrawContext
): Promise<void> {
  const pending = await context.store.leases.acquireSome(
    (rows) =>
      rows.whereNull("deleted_at").whereIn("state", ["pending", "processing"]),
    AT_ONCE,
    LEASE_SECONDS
  )
  try {
    await checkEach(context, await checkByList(context, pending))
  } finally {
    await context.store.leases.release(pending)
  }
}

/** Checks withdraws that ended unpaid here and that the gateway has announced as paid, when they are due. */
export async function checkAnnouncedWithdraws(
  context: WithdrawContext
): Promise<void> {
  const { leases, looks } = context.store
  const due = await leases.acquireSome(
    (rows) =>
      looks.whereDue(
        rows.whereNull("deleted_at").whereIn("state", ["failed", "canceled"])
      ),
    LOST_AT_ONCE,
    LEASE_SECONDS
  )
  try {
    await looks.advance(await checkEach(context, due))
  } finally {
    await leases.release(due)
  }
}

/**
 * Checks paid withdraws that are due: a bank may send the money back days later. It reads pages of the gateway's list,
 * and asks for few of them alone.
 */
export async function checkPaidWithdraws(
  context: WithdrawContext
): Promise<void> {
  const { leases, returns } = context.store
  const due = await leases.acquireSome(
    (rows) =>
      returns.whereDue(rows.whereNull("deleted_at").where("state", "paid")),
    PAID_AT_ONCE,
    LEASE_SECONDS
  )
  try {
    // Those of one step were paid at about the same time, so that the pages between the first and the last are few.
    for (const step of new Set(due.map(({ look_step }) => look_step))) {
      const group = due.filter(({ look_step }) => look_step === step)
      const left = await checkByList(context, group)
      const isLeft = new Set(left.map(({ id }) => id))
      const listed = group.filter(({ id }) => !isLeft.has(id))
      const asked = await checkEach(context, left.slice(0, PAID_SINGLY))
      await returns.advance([...listed.map(({ id }) => id), ...asked])
    }
  } finally {
    await leases.release(due)
  }
}

/** @returns the withdraws that the list did not show */
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

/**
 * Checks withdraws, a few at a time. One that the gateway fails on does not keep the process from checking the others.
 *
 * @returns the ids of those that it answered about
 */
async function checkEach(
  context: WithdrawContext,
  withdraws: Withdraw[]
): Promise<string[]> {
  const answered: string[] = []
  const queue = [...withdraws]
  const worker = async () => {
    for (let next = queue.shift(); next; next = queue.shift()) {
      // The process comes to the last of many late: another one may have leased it by now.
      const leased = await context.store.leases.renew(next, LEASE_SECONDS, {
        state: next.state,
      })
      const outcome = leased && (await checkLeased(context, leased))
      if (outcome === "answered") {
        answered.push(next.id)
      } else if (outcome === "stop") {
        queue.length = 0
      }
    }
  }
  await Promise.all(Array.from({ length: WORKERS }, worker))
  return answered
}

/** @returns `stop` when the gateway cannot be asked at all now */
async function checkLeased(
  context: WithdrawContext,
  leased: Withdraw
): Promise<"answered" | "failed" | "stop"> {
  try {
    await checkWithdraw(context, leased)
    await context.store.leases.release([leased])
    return "answered"
  } catch (error) {
    logFailure(
      context.logger,
      `withdraw ${leased.reference_id} could not be checked`,
      error
    )
    await context.store.leases.renew(leased, PAUSE_SECONDS, {})
    if (!(error instanceof One2PaysError) || error.outcome === "not_sent") {
      return "stop"
    }
    // That it knows no such withdraw is an answer, too.
    return error.status === 404 ? "answered" : "failed"
  }
}
