import { z } from "@medusajs/framework/zod"
import {
  dayAfter,
  daysFrom,
} from "../../../modules/one2pays/statement/build-statement"
import type { Days } from "../../../modules/one2pays/shared/shop-zone"

/** A month as an address names it: `2026-11`. */
export const month = z
  .string()
  .regex(/^2\d{3}-(0[1-9]|1[0-2])$/, "expected a month, such as 2026-11")

export function daysOfMonth(month: string): Days {
  const from = `${month}-01`
  const to = daysFrom(from, dayAfter(from, 30)).findLast((day) =>
    day.startsWith(month)
  )
  return { from, to: to ?? from }
}
