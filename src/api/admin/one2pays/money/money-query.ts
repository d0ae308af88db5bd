import { z } from "zod"
import { wholeNumber } from "../../../support/list-query"

/** A year at most. */
export const moneyQuery = z.strictObject({ days: wholeNumber(1, 366, 30) })
