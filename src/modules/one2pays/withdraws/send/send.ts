import { One2PaysError, systemClock } from "../../../../gateway"
import { staffMessage, type Words } from "../../../../messages"
import { findAtGateway } from "./check"
import { logFailure } from "../../errors/log-failure"
import { announceIssueOf, recordWithdraw } from "./record"
import { SealError } from "../../shared/seal"
import { callAbout, type WithdrawContext } from "../context"
import { LEASE_SECONDS, take } from "./take"
import { goesBack, type Wait, type Withdraw } from "../withdraw"

/** The pause before a process looks again at a withdraw that it could not send, or that the gateway did not answer. */
const PAUSE_SECONDS = 10

/** The pause after the gateway lacked the funds, though the balance said otherwise: fees may be the reason. */
const FUNDS_PAUSE_SECONDS = 300

const AT_ONCE = 8

/** The outcome of a round of sending. */
export interface SendRound {
  taken: number
  /** Whether the gateway takes no payouts now, whatever they are. */
  stopped: boolean
}

/**
 * Sends approved withdraws, the oldest first. The process takes each in the database before it sends it, so that no two
 * instances ever send the same. It checks the rules and the wallet once more.
 *
 * @param refunds ids of the refunds that may leave
 */
export async function sendWithdraws(
  context: WithdrawContext,
  refunds: string[]
): Promise<SendRound> {
  const taken = await take(context, refunds)
  let stopped = false
  const queue = [...taken]
  const worker = async () => {
    for (let next = queue.shift(); next; next = queue.shift()) {
      // A payment may have contradicted the unit since the batch was taken.
      const isProved = await context.unit.isProved()
      if (stopped || !isProved) {
        const reason = staffMessage(
          isProved ? "closed_for_now" : "unit_not_proved"
        )
        await putBack(context, next.withdraw, reason)
        continue
      }
      // The last of a batch may have waited so long that another process has leased it by now.
      const leased = await context.store.leases.renew(
        next.withdraw,
        LEASE_SECONDS,
        { state: "sending" }
      )
      if (leased && !(await sendOne(context, leased, next.again))) {
        stopped = true
      }
    }
  }
  await Promise.all(Array.from({ length: AT_ONCE }, worker))
  return { taken: taken.length, stopped }
}

/** @returns false when the gateway takes no payouts now, whatever they are */
async function sendOne(
  context: WithdrawContext,
  withdraw: Withdraw,
  again: boolean
): Promise<boolean> {
  let accountNumber: string
  try {
    accountNumber = context.openAccountNumber(withdraw)
  } catch (error) {
    if (!(error instanceof SealError)) {
      throw error
    }
    context.logger.error(error.message)
    if (error.isKeyGone) {
      // Another instance has the key, and let it leave.
      await putBack(context, withdraw, staffMessage("account_sealed"), "key")
      return true
    }
    await fail(context, withdraw, {
      failure: "account_number_sealed",
      actor: "system",
      reason: staffMessage("account_sealed"),
    })
    return true
  }
  try {
    const sent = await context.gateway.withdraws.create(
      {
        amount: withdraw.amount,
        referenceId: withdraw.reference_id,
        destinationType: "bank_account",
        customerBankAccountName: withdraw.account_name,
        customerBankAccountNumber: accountNumber,
        customerBankCode: withdraw.bank_code,
        description: withdraw.description ?? undefined,
        metadata: { withdraw_id: withdraw.id },
        idempotencyKey: withdraw.idempotency_key,
      },
      {
        ...callAbout(withdraw),
        // One half at most is for the queue, the other for the call.
        deadline: systemClock.now() + 2 * context.options.timeoutMs,
        // After a lost answer the process asks the gateway first, and sends the withdraw again only if the gateway has
        // none.
        maxTries: 1,
      }
    )
    await recordWithdraw(context, withdraw, sent)
    await context.store.leases.release([withdraw])
    return true
  } catch (error) {
    if (!(error instanceof One2PaysError)) {
      throw error
    }
    return afterFailure(context, withdraw, error, again)
  }
}

async function afterFailure(
  context: WithdrawContext,
  withdraw: Withdraw,
  error: One2PaysError,
  again: boolean
): Promise<boolean> {
  logFailure(
    context.logger,
    `withdraw ${withdraw.reference_id} was not accepted`,
    error
  )
  const code = error.gatewayCode ?? error.code
  if (error.outcome === "unknown") {
    await lose(context, withdraw, staffMessage("not_answered", { code }))
    return true
  }
  if (saysNothingOfIt(error)) {
    await putBack(context, withdraw, staffMessage("not_sent", { code }))
    return false
  }
  if (isWantOfFunds(error, withdraw) && !again) {
    await putBack(
      context,
      withdraw,
      staffMessage("not_sent", { code }),
      "funds"
    )
    return true
  }
  if (again && error.outcome === "refused") {
    return afterSecondRefusal(context, withdraw, error)
  }
  await fail(context, withdraw, refusalOf(code))
  return true
}

/**
 * Handles a refusal of a withdraw that was sent before. The earlier request, which seemed lost, may be the reason of
 * the refusal.
 */
async function afterSecondRefusal(
  context: WithdrawContext,
  withdraw: Withdraw,
  refusal: One2PaysError
): Promise<boolean> {
  const code = refusal.gatewayCode ?? refusal.code
  try {
    const found = await findAtGateway(context, withdraw)
    if (found) {
      await recordWithdraw(context, withdraw, found)
      await context.store.leases.release([withdraw])
    } else if (isWantOfFunds(refusal, withdraw)) {
      await putBack(
        context,
        withdraw,
        staffMessage("not_sent", { code }),
        "funds"
      )
    } else {
      await fail(context, withdraw, refusalOf(code))
    }
  } catch (error) {
    if (!(error instanceof One2PaysError)) {
      throw error
    }
    await lose(context, withdraw, staffMessage("refused_and_lost", { code }))
  }
  return true
}

/**
 * Whether a failure says nothing of this withdraw: a refusal of everybody, of the merchant's keys or of the address, or
 * a call that never left for a reason that is not its own. Then the withdraw waits, and has not failed.
 */
const saysNothingOfIt = ({ code, status, outcome }: One2PaysError) =>
  (outcome === "not_sent" && code !== "VALIDATION_ERROR") ||
  code === "MAINTENANCE_MODE" ||
  code === "RATE_LIMIT_EXCEEDED" ||
  status === 401 ||
  status === 403 ||
  status === 404 ||
  status === 405

/** Whether the gateway lacks the funds for a customer's money, which waits for them. */
const isWantOfFunds = (
  { gatewayCode, code }: One2PaysError,
  withdraw: Withdraw
) => (gatewayCode ?? code) === "INSUFFICIENT_BALANCE" && goesBack(withdraw)

async function lose(
  context: WithdrawContext,
  withdraw: Withdraw,
  reason: Words
): Promise<void> {
  await context.store.move(withdraw.id, {
    to: "unknown",
    actor: "system",
    reason,
    leasedAs: withdraw,
    leaseFor: PAUSE_SECONDS,
  })
}

async function putBack(
  context: WithdrawContext,
  withdraw: Withdraw,
  reason: Words,
  waits_for?: Wait
): Promise<void> {
  await context.store.move(withdraw.id, {
    to: "approved",
    from: ["sending"],
    actor: "system",
    reason,
    waits_for,
    leasedAs: withdraw,
    leaseFor: waits_for === "funds" ? FUNDS_PAUSE_SECONDS : PAUSE_SECONDS,
  })
}

interface Failure {
  failure: string
  actor: "gateway" | "system"
  reason: Words
}

const refusalOf = (code: string): Failure => ({
  failure: code,
  actor: "gateway",
  reason: staffMessage("refused", { code }),
})

async function fail(
  context: WithdrawContext,
  withdraw: Withdraw,
  { failure, actor, reason }: Failure
): Promise<void> {
  const failed = await context.store.move(withdraw.id, {
    to: "failed",
    from: ["sending"],
    actor,
    reason,
    columns: { failure },
    leasedAs: withdraw,
  })
  await context.store.leases.release([withdraw])
  if (failed) {
    await announceIssueOf(context, failed)
  }
}
