import { z } from "@medusajs/framework/zod"
import { PAYMENT_METHODS } from "../../../../gateway"
import { STAFF_STATUSES } from "../../../../modules/one2pays/payments/store/status-queries"
import {
  flag,
  listOf,
  listOrder,
  moment,
  searchText,
  wholeNumber,
} from "../../../support/requests/list-query"
import { fileQuery } from "../../../support/table/send-table"
import {
  ISSUES,
  STATES,
} from "../../../../modules/one2pays/payments/store/staff-queries"

const filters = {
  issue: z
    .enum(
      ["open", "resolved", "any", ...ISSUES],
      `expected open, resolved, any, ${ISSUES.join(", ")}`
    )
    .optional(),
  state: listOf(STATES).optional(),
  status: listOf(STAFF_STATUSES).optional(),
  initiated: flag.optional(),
  payment_method: listOf(PAYMENT_METHODS).optional(),
  order_id: searchText.optional(),
  created_from: moment("beginning").optional(),
  created_to: moment("end").optional(),
  paid_from: moment("beginning").optional(),
  paid_to: moment("end").optional(),
  q: searchText.optional(),
}

/** The query of the list, in the form that core's lists take. */
export const paymentQuery = z.strictObject({
  ...filters,
  order: listOrder,
  limit: wholeNumber(1, 100, 20),
  offset: wholeNumber(0, 1_000_000, 0),
})

/** The query of a file: that of the list without its pages, and the file's own. */
export const exportQuery = z.strictObject({ ...filters, ...fileQuery })
