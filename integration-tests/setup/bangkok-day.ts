import type { MedusaContainer } from "@medusajs/framework/types"
import { sql } from "./database"

/** Such as 2026-11-21, by the database's clock. */
async function bangkokDay(container: MedusaContainer): Promise<string> {
  const [row] = await sql<{ day: string }>(
    container,
    "select to_char(now() at time zone 'Asia/Bangkok', 'YYYY-MM-DD') as day"
  )
  return row!.day
}

/**
 * Does something within one day of Thailand, and again on the next one when midnight has come between.
 *
 * @param act gets that day
 */
export async function withinOneDay<T>(
  container: MedusaContainer,
  act: (today: string) => Promise<T>
): Promise<T> {
  for (;;) {
    const today = await bangkokDay(container)
    const result = await act(today)
    if ((await bangkokDay(container)) === today) {
      return result
    }
  }
}

/** So many days, up to `today`. */
export function daysUpTo(today: string, count: number): string[] {
  const DAY_MS = 86_400_000
  const end = Date.parse(`${today}T00:00:00Z`)
  return Array.from({ length: count }, (_, index) =>
    new Date(end - (count - 1 - index) * DAY_MS).toISOString().slice(0, 10)
  )
}
