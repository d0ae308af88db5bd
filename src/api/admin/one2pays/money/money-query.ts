import { z } from "@medusajs/framework/zod"
import { wholeNumber } from "../../../support/list-query"

/** The query covers a year at most. */
export const moneyQuery = z.strictObject({ days: wholeNumber(1, 366, 30) })
