import { z } from "zod"
import {
  dayAfter,
  daysFrom,
} from "../../../../modules/one2pays/statement/build-statement"
import type { Days } from "../../../../modules/one2pays/statement/statement"
import { wholeNumber } from "../../../support/list-query"
import { fileQuery } from "../../../support/table/send-table"

const MOST_DAYS = 366
const MONTH = "expected a month, such as 2026-11"
const DAYS = `expected days from 2000 to 2999, such as 2026-11-30, of which ${MOST_DAYS} are the most, or a month instead`

const day = z.iso.date().regex(/^2/)

const fields = {
  month: z
    .string()
    .regex(/^2\d{3}-(0[1-9]|1[0-2])$/, MONTH)
    .optional(),
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
    const first = `${month}-01`
    return from || to ? null : { from: first, to: lastOf(month) }
  }
  return from && to && from <= to && to < dayAfter(from, MOST_DAYS)
    ? { from, to }
    : null
}

const lastOf = (month: string): string =>
  daysFrom(`${month}-01`, dayAfter(`${month}-01`, 30)).findLast((day) =>
    day.startsWith(month)
  ) ?? `${month}-01`

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
