import { MathBN } from "@medusajs/framework/utils"
import { staffMessage } from "../../../../messages"
import { checkLimits, startOfBangkokDay } from "../../withdraw-rules/limits"
import type { WithdrawContext } from "../context"
import { readFunds } from "../ask/funds"
import { announceIssueOf } from "./record"
import { goesBack, type MovedWithdraw, type Withdraw } from "../withdraw"

/** The lease outlasts one call. After it, another instance asks the gateway about the withdraw. */
export const LEASE_SECONDS = 60

const BATCH = 50

/** A withdraw that leaves now. */
interface Departure {
  withdraw: Withdraw
  /** Whether it left before, and was lost or sent back. */
  again: boolean
}

/**
 * Leases approved withdraws that may leave, customers' money first and then the oldest first, alone of all instances.
 * The rules and the wallet decide once more. A payout that they no longer allow fails. Customers' money waits until the
 * wallet holds it, and keeps its place meanwhile: nothing behind it takes the funds.
 *
 * @param refunds ids of the refunds that may leave
 */
export async function take(
  context: WithdrawContext,
  refunds: string[]
): Promise<Departure[]> {
  // An idle round costs no call.
  if (!(await context.store.queries.hasApproved())) {
    return []
  }
  if (!(await context.unit.isProved())) {
    return []
  }
  const balance = await context.balance()
  const dayBegan = startOfBangkokDay(context.now())
  const refused: MovedWithdraw[] = []
  const taken = await context.store.alone(async (store) => {
    const funds = await readFunds(store.queries, balance, context.options)
    if (!funds) {
      // Nobody knows what the wallet holds.
      await store.noteMissingFunds(null, [])
      return []
    }
    const most = MathBN.sub(funds.wallet, funds.fee_margin)
    // Customers' money keeps its place through a pause, too.
    const paused = await store.queries.sumPaused()
    let available = MathBN.sub(funds.sendable, paused).toFixed()
    const approved = await store.queries.lockApproved(BATCH, refunds)
    let total = await store.queries.sumSentSince(dayBegan)
    const passing: Withdraw[] = []
    const waiting: string[] = []
    let isHeld = false
    for (const withdraw of approved) {
      const { amount, kind } = withdraw
      const refusal = checkLimits(
        kind === "payout" ? context.options.withdraws : {},
        { amount, day_total: total, available }
      )
      const holds = refusal?.key === "balance" && goesBack(withdraw)
      if (!refusal || holds) {
        available = MathBN.sub(available, amount).toFixed()
      }
      if (!refusal) {
        passing.push(withdraw)
        total = kind === "payout" ? MathBN.add(total, amount).toFixed() : total
        continue
      }
      isHeld ||= holds
      // The balance may already lack money that is on its way, which would then count twice. The withdraw waits until
      // that is known.
      if (holds || (refusal.key === "balance" && MathBN.lte(amount, most))) {
        waiting.push(withdraw.id)
        continue
      }
      const failed = await store.move(withdraw.id, {
        to: "failed",
        actor: "system",
        reason: staffMessage("rule", { why: refusal }),
        columns: { failure: refusal.key },
      })
      refused.push(...(failed ? [failed] : []))
    }
    const again = new Set(
      passing.filter(({ sent_at }) => sent_at).map(({ id }) => id)
    )
    const ids = passing.map(({ id }) => id)
    await store.noteMissingFunds(isHeld ? null : waiting, ids)
    const sending = await store.moveAll(ids, {
      to: "sending",
      actor: "system",
      reason: staffMessage("taken"),
      leaseFor: LEASE_SECONDS,
    })
    return sending
      .sort((a, b) => ids.indexOf(a.id) - ids.indexOf(b.id))
      .map((withdraw) => ({ withdraw, again: again.has(withdraw.id) }))
  })
  for (const withdraw of refused) {
    await announceIssueOf(context, withdraw)
  }
  return taken
}
