import type { Knex } from "@medusajs/framework/mikro-orm/knex"
import { SHOP_ZONE, type Days } from "../shared/shop-zone"

/** Sums of THB in major units, as decimal strings. */
export interface MoneySums {
  /** Money that made orders paid. */
  in: string
  /**
   * Payouts and refunds that the gateway paid, on the day on which it did, less what banks sent back, on the day on which
   * the plugin learned of it. Unmatched money that went back does not count, because it never was `in`.
   */
  out: string
  /** How often money needed staff, whether the issue is resolved by now or not. */
  issues: number
}

export interface MoneyByDay {
  /** Every day, the oldest first. `date` reads `2026-11-21`. */
  days: (MoneySums & { date: string })[]
  totals: MoneySums
}

/** The last days, today included, or certain ones. */
export type MoneyDays = { count: number } | Days

/** Sums the money in and out of some days of the shop's zone. */
export async function readMoneyByDay(
  db: Knex,
  asked: MoneyDays
): Promise<MoneyByDay> {
  const days =
    "count" in asked
      ? { before: asked.count - 1, from: null, to: null }
      : { before: 0, from: asked.from, to: asked.to }
  const { rows } = await db.raw<{
    rows: (MoneySums & { date: string | null })[]
  }>(SQL, { zone: SHOP_ZONE, ...days })
  const { date: _, ...totals } = rows.find(({ date }) => date === null) ?? {
    date: null,
    in: "0",
    out: "0",
    issues: 0,
  }
  return {
    days: rows.flatMap(({ date, ...sums }) => (date ? { date, ...sums } : [])),
    totals,
  }
}

const TODAY = "(now() at time zone :zone)::date"
const FIRST_DAY = `coalesce(cast(:from as date), ${TODAY} - cast(:before as integer))`
const LAST_DAY = `coalesce(cast(:to as date), ${TODAY})`
/** The statement spells this out at every place: behind a subquery the planner would not see how few rows it needs. */
const SINCE = `(${FIRST_DAY}::timestamp at time zone :zone)`
const UNTIL = `((${LAST_DAY} + 1)::timestamp at time zone :zone)`
const isWithin = (column: string) =>
  `${column} >= ${SINCE} and ${column} < ${UNTIL}`

const IS_WANTED = `not exists (select from one2pays_payment unwanted
                where unwanted.id = one2pays_withdraw.payment_id
                  and (unwanted.settled_at is null or one2pays_withdraw.request_key like 'pay-back:%'))`

/** The conditions are those of the partial indexes, so that the database reads only the rows of these days. */
const SQL = `
with days as (
  select day::date as day
    from generate_series(${FIRST_DAY}::timestamp, ${LAST_DAY}::timestamp, interval '1 day') as day
), facts as (
  select settled_at as moment, amount as received, 0 as paid, 0 as issues
    from one2pays_payment
   where state = 'succeeded' and deleted_at is null and ${isWithin("settled_at")}
  union all
  select ended_at, 0, amount, 0
    from one2pays_withdraw
   where (state = 'paid' or returned_at is not null) and deleted_at is null and ${isWithin("ended_at")} and ${IS_WANTED}
  union all
  select returned_at, 0, -amount, 0
    from one2pays_withdraw
   where returned_at is not null and deleted_at is null and ${isWithin("returned_at")} and ${IS_WANTED}
  union all
  select issue_raised_at, 0, 0, 1
    from one2pays_payment
   where issue is not null and deleted_at is null and ${isWithin("issue_raised_at")}
  union all
  select issue_raised_at, 0, 0, 1
    from one2pays_withdraw
   where issue is not null and deleted_at is null and ${isWithin("issue_raised_at")}
)
select to_char(day, 'YYYY-MM-DD') as date,
       coalesce(sum(received), 0)::text as in,
       coalesce(sum(paid), 0)::text as out,
       coalesce(sum(issues), 0)::integer as issues
  from days
  left join facts on (facts.moment at time zone :zone)::date = days.day
 group by grouping sets ((day), ())
 order by day`
