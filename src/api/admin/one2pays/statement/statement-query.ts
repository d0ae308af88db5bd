import { z } from "@medusajs/framework/zod"
import { dayAfter } from "../../../../modules/one2pays/statement/build-statement"
import type { Days } from "../../../../modules/one2pays/shared/shop-zone"
import { wholeNumber } from "../../../support/requests/list-query"
import { daysOfMonth, month } from "../../../support/requests/month"
import { fileQuery } from "../../../support/table/send-table"

const MOST_DAYS = 366
const DAYS = `expected days from 2000 to 2999, such as 2026-11-30, of which ${MOST_DAYS} are the most, or a month instead`

const day = z.iso.date().regex(/^2/)

const fields = {
  month: month.optional(),
  from: day.optional(),
  to: day.optional(),
}

interface Given {
  month?: string
  from?: string
  to?: string
}

/** A month, or the days that are given: the first one alone is one day. */
function daysOf({ month, from, to = from }: Given): Days | null {
  if (month) {
    return from || to ? null : daysOfMonth(month)
  }
  return from && to && from <= to && to < dayAfter(from, MOST_DAYS)
    ? { from, to }
    : null
}

const withDays = <Shape extends z.ZodRawShape>(shape: Shape) =>
  z.strictObject({ ...fields, ...shape }).transform((given, context) => {
    const days = daysOf(given as Given)
    if (!days) {
      context.addIssue({ code: "custom", path: ["from"], message: DAYS })
      return z.NEVER
    }
    return { ...given, days }
  })

export const statementQuery = withDays({})

export const exportQuery = withDays(fileQuery)

export const movementsQuery = withDays({
  limit: wholeNumber(1, 100, 50),
  offset: wholeNumber(0, 1_000_000, 0),
})

/** `after` is the `next` of an earlier answer. */
export const compareBody = withDays({
  after: z.string().max(40_000).optional(),
})
