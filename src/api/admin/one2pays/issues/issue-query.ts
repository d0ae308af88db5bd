import { z } from "@medusajs/framework/zod"
import { searchText, wholeNumber } from "../../../support/requests/list-query"

const SHOWN = ["open", "resolved"] as const

/** The query of the list of issues. */
export const issueQuery = z.strictObject({
  show: z.enum(SHOWN, `expected one of ${SHOWN.join(", ")}`).default("open"),
  q: searchText.optional(),
  limit: wholeNumber(1, 100, 20),
  offset: wholeNumber(0, 1_000_000, 0),
})
