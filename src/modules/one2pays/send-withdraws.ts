import { MathBN } from "@medusajs/framework/utils"
import { One2PaysError } from "../../gateway"
import { logFailure } from "./log-failure"
import { noteUnpaidRefund, recordWithdraw } from "./record-withdraw"
import { SealError } from "./seal"
import { callAbout, type WithdrawContext } from "./withdraw-context"
import { checkWithdraw, startOfBangkokDay } from "./withdraw-rules"
import type { Withdraw } from "./withdraw-store"

/** Longer than one call with its retries; after it, another instance asks what became of it. */
const HELD_SECONDS = 60

/** Before something that could not be sent, or was not answered, is looked at again. */
const PAUSE_SECONDS = 10

const BATCH = 50
const AT_ONCE = 8
const CALL_MS = 30_000

/** What a round of sending came to. */
export interface SendRound {
  taken: number
  /** Whether the gateway does not take payouts now, whatever they are. */
  stopped: boolean
}

/**
 * Sends approved withdraws, the oldest first. Each is taken in the database before it is sent, so
 * that no two instances ever send the same, and the rules and the wallet are checked once more.
 */
export async function sendWithdraws(
  context: WithdrawContext
): Promise<SendRound> {
  const taken = await take(context)
  let stopped = false
  const queue = [...taken]
  const worker = async () => {
    for (let next = queue.shift(); next; next = queue.shift()) {
      if (stopped) {
        await putBack(context, next, "the gateway takes no payouts now")
      } else if (!(await sendOne(context, next))) {
        stopped = true
      }
    }
  }
  await Promise.all(Array.from({ length: AT_ONCE }, worker))
  return { taken: taken.length, stopped }
}

async function take(context: WithdrawContext): Promise<Withdraw[]> {
  // Idle costs no call.
  if (!(await context.store.hasApproved())) {
    return []
  }
  const { balance, as_of } = await context.balance()
  if (!balance || !as_of) {
    return []
  }
  const dayBegan = startOfBangkokDay(context.now())
  const refused: { withdraw: Withdraw; why: string }[] = []
  const taken = await context.store.alone(async (store) => {
    const approved = await store.lockApproved(BATCH)
    let total = await store.sumSentSince(dayBegan)
    let reserved = await store.sumReserved(as_of, { waiting: false })
    const passing: Withdraw[] = []
    for (const withdraw of approved) {
      const { amount, kind } = withdraw
      const refusal = checkWithdraw(
        kind === "payout" ? context.options.withdraws : {},
        { amount, day_total: total, wallet: balance.walletBalance, reserved }
      )
      if (refusal) {
        const failed = await store.move(withdraw.id, {
          to: "failed",
          actor: "system",
          reason: `${refusal.message}. Nothing was sent.`,
          columns: { failure: refusal.rule },
        })
        if (failed) {
          refused.push({ withdraw: failed, why: refusal.message })
        }
      } else {
        passing.push(withdraw)
        reserved = MathBN.add(reserved, amount).toFixed()
        total = kind === "payout" ? MathBN.add(total, amount).toFixed() : total
      }
    }
    const ids = passing.map(({ id }) => id)
    await store.holdFor(ids, HELD_SECONDS)
    return store.moveAll(ids, { to: "sending", actor: "system" })
  })
  for (const { withdraw, why } of refused) {
    await noteUnpaidRefund(context, withdraw, why)
  }
  return taken
}

/** @returns false when the gateway takes no payouts now, whatever they are */
async function sendOne(
  context: WithdrawContext,
  withdraw: Withdraw
): Promise<boolean> {
  let accountNumber: string
  try {
    accountNumber = context.openAccountNumber(withdraw)
  } catch (error) {
    if (!(error instanceof SealError)) {
      throw error
    }
    context.logger.error(error.message)
    await fail(context, withdraw, "account_number_sealed", error.message)
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
      { ...callAbout(withdraw), deadline: Date.now() + CALL_MS }
    )
    await recordWithdraw(context, withdraw, sent)
    await context.store.release([withdraw.id])
    return true
  } catch (error) {
    if (!(error instanceof One2PaysError)) {
      throw error
    }
    return afterFailure(context, withdraw, error)
  }
}

async function afterFailure(
  context: WithdrawContext,
  withdraw: Withdraw,
  error: One2PaysError
): Promise<boolean> {
  logFailure(
    context.logger,
    `withdraw ${withdraw.reference_id} was not accepted`,
    error
  )
  const code = error.gatewayCode ?? error.code
  if (error.outcome === "unknown") {
    await context.store.move(withdraw.id, {
      to: "unknown",
      actor: "system",
      reason: `sent, and not answered (${code})`,
    })
    await context.store.holdFor([withdraw.id], PAUSE_SECONDS)
    return true
  }
  if (error.outcome === "not_sent" || saysNothingOfIt(error)) {
    await putBack(context, withdraw, `not sent (${code})`)
    return false
  }
  await fail(context, withdraw, code, `refused by the gateway (${code})`)
  return true
}

/** A refusal of everybody, or of the merchant's keys: it waits, and is not failed. */
const saysNothingOfIt = ({ code, status }: One2PaysError) =>
  code === "MAINTENANCE_MODE" ||
  code === "RATE_LIMIT_EXCEEDED" ||
  status === 401 ||
  status === 403

async function putBack(
  context: WithdrawContext,
  { id }: Withdraw,
  reason: string
): Promise<void> {
  await context.store.move(id, {
    to: "approved",
    from: ["sending"],
    actor: "system",
    reason,
  })
  await context.store.holdFor([id], PAUSE_SECONDS)
}

async function fail(
  context: WithdrawContext,
  { id }: Withdraw,
  failure: string,
  reason: string
): Promise<void> {
  const failed = await context.store.move(id, {
    to: "failed",
    actor: "gateway",
    reason,
    columns: { failure },
  })
  await context.store.release([id])
  if (failed) {
    await noteUnpaidRefund(context, failed, reason)
  }
}
