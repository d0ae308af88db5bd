import type { Knex } from "@medusajs/framework/mikro-orm/knex"
import { MathBN } from "@medusajs/framework/utils"
import type { GatewayStateStore } from "../gateway-state/gateway-state-store"
import { judgeUnit } from "../gateway-state/judge-unit"
import type { Unit } from "../gateway-state/unit"

/** The gateway may book a withdraw, or answer with a balance, so much before or after our own times. */
const MARGIN = "30 seconds"
/** Few withdraws take longer. One that does can make a change that fits nothing, and then nothing is said. */
const LONGEST = "2 days"

/**
 * Finds out whether the balance is in the unit in which the plugin reads it, by its change between two quiet moments. Only
 * a change that is exactly the money that came and left, or exactly a hundred times or a hundredth of it, says anything:
 * fees and money that other systems move then leave it open.
 */
export async function judgeBalance(
  db: Knex,
  state: Pick<GatewayStateStore, "readBalance">,
  unit: Unit
): Promise<void> {
  const { balance, as_of } = await state.readBalance()
  // The sums of our rows are only sure in a proved unit.
  if (!balance || !as_of || !(await unit.isProved())) {
    return
  }
  const base = (await unit.readBalanceUnit())?.base
  if (base?.at === as_of.toISOString() || !(await isQuiet(db, as_of))) {
    return
  }
  const total = MathBN.add(
    balance.walletBalance,
    balance.settlementBalance
  ).toFixed()
  const moved = base ? await sumMoved(db, new Date(base.at), as_of) : "0"
  const change = MathBN.sub(total, base?.total ?? total).toFixed()
  await unit.noteBalance(
    { total, at: as_of.toISOString() },
    MathBN.eq(moved, 0) ? null : judgeUnit(change, moved)
  )
}

/** Whether no withdraw was under way at the gateway at a time that has passed. */
async function isQuiet(db: Knex, at: Date): Promise<boolean> {
  const { rows } = await db.raw<{ rows: { is_quiet: boolean }[] }>(
    `select :at::timestamptz < now() - interval '${MARGIN}'
            and not exists (
              select 1 from one2pays_withdraw
               where state not in ('paid', 'failed', 'canceled', 'rejected')
                 and sent_at < :at::timestamptz + interval '${MARGIN}' and deleted_at is null
            )
            and not exists (
              select 1 from one2pays_withdraw
               where sent_at between :at::timestamptz - interval '${LONGEST}'
                                 and :at::timestamptz + interval '${MARGIN}'
                 and ended_at > :at::timestamptz - interval '${MARGIN}' and deleted_at is null
            ) as is_quiet`,
    { at }
  )
  return rows[0]?.is_quiet ?? false
}

/** Sums the THB that came, less those that left, between two times. */
async function sumMoved(db: Knex, from: Date, to: Date): Promise<string> {
  const { rows } = await db.raw<{ rows: { moved: string }[] }>(
    `select (
       select coalesce(sum(amount), 0) from one2pays_payment
        where settled_at > :from and settled_at <= :to and state = 'succeeded' and deleted_at is null
     ) - (
       select coalesce(sum(amount), 0) from one2pays_withdraw
        where sent_at > :from and sent_at <= :to and state = 'paid' and deleted_at is null
     ) as moved`,
    { from, to }
  )
  return rows[0]?.moved ?? "0"
}
