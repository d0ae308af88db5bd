import type {
  MoneyByDay,
  MoneySums,
} from "../../../../modules/one2pays/reports/money-by-day"
import { SHOP_ZONE } from "../../../../modules/one2pays/shared/shop-zone"

/** THB in major units. */
export interface MoneySumsView {
  in: number
  out: number
  issues: number
}

/** The answer of `GET /admin/one2pays/money`. */
export interface MoneyAnswer {
  /** Every day, the oldest first. `date` reads `2026-11-21` and is a day in `time_zone`. */
  days: (MoneySumsView & { date: string })[]
  totals: MoneySumsView
  time_zone: string
  currency_code: "thb"
}

export function renderMoney({ days, totals }: MoneyByDay): MoneyAnswer {
  return {
    days: days.map(({ date, ...sums }) => ({ date, ...renderSums(sums) })),
    totals: renderSums(totals),
    time_zone: SHOP_ZONE,
    currency_code: "thb",
  }
}

const renderSums = (sums: MoneySums): MoneySumsView => ({
  in: Number(sums.in),
  out: Number(sums.out),
  issues: sums.issues,
})
