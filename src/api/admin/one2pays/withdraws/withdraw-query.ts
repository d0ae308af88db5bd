import { z } from "@medusajs/framework/zod"
import { WITHDRAW_STATES } from "../../../../modules/one2pays/withdraw-rules/state"
import {
  flag,
  listOf,
  listOrder,
  moment,
  searchText,
  wholeNumber,
} from "../../../support/requests/list-query"
import { fileQuery } from "../../../support/table/send-table"

const ISSUES = [
  "open",
  "resolved",
  "any",
  "amount_mismatch",
  "delayed",
  "paid_after_cancel",
  "payout_failed",
  "refund_failed",
  "returned",
] as const

const filters = {
  state: listOf(WITHDRAW_STATES).optional(),
  kind: listOf(["payout", "refund"]).optional(),
  issue: z.enum(ISSUES, `expected one of ${ISSUES.join(", ")}`).optional(),
  order_id: searchText.optional(),
  payment_id: searchText.optional(),
  batch_id: searchText.optional(),
  approvable: flag.optional(),
  created_from: moment("beginning").optional(),
  created_to: moment("end").optional(),
  q: searchText.optional(),
}

/** The query of the list, in the form that core's lists take. */
export const withdrawQuery = z.strictObject({
  ...filters,
  order: listOrder,
  limit: wholeNumber(1, 100, 20),
  offset: wholeNumber(0, 1_000_000, 0),
})

/** The query of a file: that of the list without its pages, and the file's own. */
export const exportQuery = z.strictObject({ ...filters, ...fileQuery })
