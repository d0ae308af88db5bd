import { z } from "zod"
import {
  ISSUES,
  STATES,
  type AttemptQuery,
} from "../../../../modules/one2pays/list-attempts"

const list = <T extends z.ZodType>(item: T) =>
  z.union([item, z.array(item)]).transform((value) => [value].flat())

const order = z
  .enum(
    [
      "created_at",
      "-created_at",
      "amount",
      "-amount",
      "issue_raised_at",
      "-issue_raised_at",
    ],
    "expected created_at, amount or issue_raised_at, with a - before it for the largest first"
  )
  .transform((text): AttemptQuery["order"] => ({
    column: text.replace("-", "") as AttemptQuery["order"]["column"],
    direction: text.startsWith("-") ? "desc" : "asc",
  }))

const wholeNumber = (from: number, to: number, standard: number) => {
  const message = `expected a whole number from ${from} to ${to}`
  return z.coerce
    .number(message)
    .int(message)
    .min(from, message)
    .max(to, message)
    .default(standard)
}

/** The query of the list, as core's lists take it. */
export const paymentQuery = z.strictObject({
  issue: z
    .enum(
      ["open", "resolved", "any", ...ISSUES],
      `expected open, resolved, any, ${ISSUES.join(", ")}`
    )
    .optional(),
  state: list(
    z.enum(STATES, `expected one or more of ${STATES.join(", ")}`)
  ).optional(),
  order_id: z.string().optional(),
  q: z.string().trim().max(255).optional(),
  order: order.default({ column: "created_at", direction: "desc" }),
  limit: wholeNumber(1, 100, 20),
  offset: wholeNumber(0, 1_000_000, 0),
})
