import { shopDay } from "./shop-day"

/** The months in the shop's zone up to this one, the last one first: 2026-11, 2026-10 … */
export function lastMonths(count: number): string[] {
  const [year = 0, month = 1] = shopDay(new Date()).split("-").map(Number)
  return Array.from({ length: count }, (_, before) =>
    new Date(Date.UTC(year, month - 1 - before, 1)).toISOString().slice(0, 7)
  )
}
