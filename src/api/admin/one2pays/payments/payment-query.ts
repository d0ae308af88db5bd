import { z } from "@medusajs/framework/zod"
import {
  ISSUES,
  STATES,
} from "../../../../modules/one2pays/payments/payment-queries"
import {
  listOf,
  listOrder,
  searchText,
  wholeNumber,
} from "../../../support/list-query"

/** The query of the list, in the form that core's lists take. */
export const paymentQuery = z.strictObject({
  issue: z
    .enum(
      ["open", "resolved", "any", ...ISSUES],
      `expected open, resolved, any, ${ISSUES.join(", ")}`
    )
    .optional(),
  state: listOf(STATES).optional(),
  order_id: searchText.optional(),
  q: searchText.optional(),
  order: listOrder,
  limit: wholeNumber(1, 100, 20),
  offset: wholeNumber(0, 1_000_000, 0),
})
