import { One2PaysError } from "../../../gateway"
import { staffMessage, type Words } from "../../../messages"
import { checkWithdraw } from "./send/check"
import { staffError } from "../errors/staff-error"
import { announceIssueOf, recordWithdraw, type Cause } from "./send/record"
import { callAbout, type WithdrawContext } from "./context"
import { patiently } from "../shared/lease"
import type { Person } from "../withdraw-rules/people"
import type { Withdraw } from "./withdraw"

/** Only one process checks or cancels at a time. The lease lapses when that process dies. */
const LEASE_SECONDS = 60

/** A check that is under way is over by then, or the gateway is slow and staff try again. */
const PATIENCE_MS = 5_000

/**
 * Cancels a withdraw: at once when it has not left, at the gateway when it has. The process first asks the gateway
 * about one whose answer was lost.
 *
 * @throws MedusaError NOT_ALLOWED when it has ended; `one2pays_in_progress` while another instance works on it
 * @throws One2PaysError when the gateway does not answer
 */
export async function cancelWithdraw(
  context: WithdrawContext,
  withdraw: Withdraw,
  person: Person,
  reason: Words
): Promise<Withdraw> {
  const canceled = await context.store.move(withdraw.id, {
    to: "canceled",
    from: ["requires_approval", "approved"],
    actor: person.actor,
    person: person.id,
    reason,
  })
  if (canceled) {
    await announceIssueOf(context, canceled)
    return canceled
  }
  const sent = (await context.store.queries.find(withdraw.id)) ?? withdraw
  const known = sent.state === "unknown" ? await findOut(context, sent) : sent
  if (known.state === "approved") {
    return cancelWithdraw(context, known, person, reason)
  }
  if (!isAtGateway(known)) {
    throw cannot(known)
  }
  const { leases } = context.store
  const leased = await patiently(
    () => leases.acquire(known.id, LEASE_SECONDS),
    PATIENCE_MS
  )
  if (!leased) {
    throw staffError(
      staffMessage("withdraw_in_progress", { reference: known.reference_id })
    )
  }
  try {
    return await cancelAtGateway(context, leased, {
      actor: person.actor,
      person: person.id,
      reason,
    })
  } finally {
    await leases.release([leased])
  }
}

/**
 * The gateway announces the end at once, and a check of that could write the trail before the answer is here, without
 * whoever canceled. So the caller has the lease, and the check comes later.
 */
async function cancelAtGateway(
  context: WithdrawContext,
  known: Withdraw,
  cause: Cause
): Promise<Withdraw> {
  if (!isAtGateway(known)) {
    throw cannot(known)
  }
  try {
    const told = await context.gateway.withdraws.cancel(
      known.gateway_withdraw_id,
      callAbout(known)
    )
    return await recordWithdraw(context, known, told, cause)
  } catch (error) {
    // The vendor names no code for this refusal: the withdraw has ended by itself, and only asking tells how.
    if (error instanceof One2PaysError && error.outcome === "refused") {
      const now = await checkWithdraw(context, known)
      throw cannot(now)
    }
    throw error
  }
}

/**
 * Asks the gateway about a withdraw with an unknown outcome.
 *
 * @returns it unchanged while another process asks already
 */
async function findOut(
  context: WithdrawContext,
  unknown: Withdraw
): Promise<Withdraw> {
  const leased = await context.store.leases.acquire(unknown.id, LEASE_SECONDS)
  if (!leased) {
    return unknown
  }
  try {
    return await checkWithdraw(context, leased)
  } finally {
    await context.store.leases.release([leased])
  }
}

/** Whether the gateway has it, and has not ended it. */
const isAtGateway = (
  withdraw: Withdraw
): withdraw is Withdraw & { gateway_withdraw_id: string } =>
  withdraw.gateway_withdraw_id !== null &&
  (withdraw.state === "pending" || withdraw.state === "processing")

const cannot = ({ state }: Withdraw) =>
  staffError(
    state === "sending" || state === "unknown"
      ? staffMessage("leaving_now")
      : staffMessage("not_cancelable", { state })
  )
