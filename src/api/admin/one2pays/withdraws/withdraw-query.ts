import { z } from "zod"
import { isStorable } from "../../../../modules/one2pays/storable"
import { WITHDRAW_STATES } from "../../../../modules/one2pays/withdraw-state"
import { listOf, listOrder, wholeNumber } from "../list-query"

const ISSUES = [
  "open",
  "resolved",
  "any",
  "amount_mismatch",
  "paid_after_cancel",
  "refund_failed",
] as const

const MOMENT = "expected an ISO 8601 date, such as 2026-11-21T09:00:00+07:00"

const moment = () =>
  z
    .union([z.iso.date(), z.iso.datetime({ offset: true })], MOMENT)
    .transform((text) => new Date(text))

const text = z
  .string()
  .trim()
  .max(255)
  .refine(isStorable, "expected a text without NUL or broken characters")

const filters = {
  state: listOf(WITHDRAW_STATES).optional(),
  kind: listOf(["payout", "refund"]).optional(),
  issue: z.enum(ISSUES, `expected one of ${ISSUES.join(", ")}`).optional(),
  order_id: text.optional(),
  batch_id: text.optional(),
  created_from: moment().optional(),
  created_to: moment().optional(),
  q: text.optional(),
}

/** The query of the list, as core's lists take it. */
export const withdrawQuery = z.strictObject({
  ...filters,
  order: listOrder,
  limit: wholeNumber(1, 100, 20),
  offset: wholeNumber(0, 1_000_000, 0),
})

/** The query of the export: the list's without its pages. */
export const exportQuery = z.strictObject(filters)
