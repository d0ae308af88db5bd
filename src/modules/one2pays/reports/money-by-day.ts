import type { Knex } from "@medusajs/framework/mikro-orm/knex"
import { SHOP_ZONE } from "../shared/shop-zone"

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
  /** Every day up to today, the oldest first. `date` reads `2026-11-21`. */
  days: (MoneySums & { date: string })[]
  totals: MoneySums
}

/** Sums the money in and out of the last days, today included, by days of the shop's zone. */
export async function readMoneyByDay(
  db: Knex,
  count: number
): Promise<MoneyByDay> {
  const { rows } = await db.raw<{
    rows: (MoneySums & { date: string | null })[]
  }>(SQL, { zone: SHOP_ZONE, before: count - 1 })
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
const FIRST_DAY = `(${TODAY} - cast(:before as integer))`
/** The statement spells this out at every place: behind a subquery the planner would not see how few rows it needs. */
const SINCE = `(${FIRST_DAY}::timestamp at time zone :zone)`

const IS_WANTED = `not exists (select from one2pays_payment unwanted
                where unwanted.id = one2pays_withdraw.payment_id
                  and (unwanted.settled_at is null or one2pays_withdraw.request_key like 'pay-back:%'))`

/** The conditions are those of the partial indexes, so that the database reads only the rows of these days. */
const SQL = `
with days as (
  select day::date as day
    from generate_series(${FIRST_DAY}::timestamp, ${TODAY}::timestamp, interval '1 day') as day
), facts as (
  select settled_at as moment, amount as received, 0 as paid, 0 as issues
    from one2pays_payment
   where state = 'succeeded' and deleted_at is null and settled_at >= ${SINCE}
  union all
  select ended_at, 0, amount, 0
    from one2pays_withdraw
   where (state = 'paid' or returned_at is not null) and deleted_at is null and ended_at >= ${SINCE} and ${IS_WANTED}
  union all
  select returned_at, 0, -amount, 0
    from one2pays_withdraw
   where returned_at is not null and deleted_at is null and returned_at >= ${SINCE} and ${IS_WANTED}
  union all
  select issue_raised_at, 0, 0, 1
    from one2pays_payment
   where issue is not null and deleted_at is null and issue_raised_at >= ${SINCE}
  union all
  select issue_raised_at, 0, 0, 1
    from one2pays_withdraw
   where issue is not null and deleted_at is null and issue_raised_at >= ${SINCE}
)
select to_char(day, 'YYYY-MM-DD') as date,
       coalesce(sum(received), 0)::text as in,
       coalesce(sum(paid), 0)::text as out,
       coalesce(sum(issues), 0)::integer as issues
  from days
  left join facts on (facts.moment at time zone :zone)::date = days.day
 group by grouping sets ((day), ())
 order by day`
