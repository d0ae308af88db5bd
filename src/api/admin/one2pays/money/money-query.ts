import { z } from "@medusajs/framework/zod"
import { wholeNumber } from "../../../support/requests/list-query"
import { month } from "../../../support/requests/month"

/** The last days, a year at most, or the days of a month, which comes first. */
export const moneyQuery = z.strictObject({
  days: wholeNumber(1, 366, 30),
  month: month.optional(),
})
