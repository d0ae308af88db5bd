import { z } from "@medusajs/framework/zod"
import { fieldProblem, problemWords } from "../../../messages"
import { invalidFields } from "../../../modules/one2pays/errors/staff-error"
import { SHOP_OFFSET } from "../../../modules/one2pays/shared/shop-zone"
import { isStorable } from "../../../modules/one2pays/shared/storable"

/** A text that a list searches for. */
export const searchText = z
  .string()
  .trim()
  .max(255)
  .refine(isStorable, fieldProblem("unstorable"))

const MOMENT = "expected an ISO 8601 date, such as 2026-11-21T09:00:00+07:00"

/** A moment, or a date that stands for the beginning or the end of its day in Thailand. */
export const moment = (ofDay: "beginning" | "end") =>
  z
    .union([z.iso.date(), z.iso.datetime({ offset: true })], MOMENT)
    .transform((text) =>
      text.includes("T")
        ? new Date(text)
        : new Date(
            `${text}T${ofDay === "beginning" ? "00:00:00.000" : "23:59:59.999"}${SHOP_OFFSET}`
          )
    )

/** One value, or several of them. */
export const listOf = <T extends string>(values: readonly [T, ...T[]]) => {
  const message = `expected one or more of ${values.join(", ")}`
  const value = z.enum(values)
  return z
    .union([value, z.array(value)], message)
    .transform((given) => [given].flat())
}

/** A yes or no in an address. */
export const flag = z
  .enum(["true", "false"], "expected true or false")
  .transform((text) => text === "true")

const COLUMNS = ["created_at", "amount", "issue_raised_at"] as const

type Column = (typeof COLUMNS)[number]

/** The column that orders a list, in the form that core's lists take: a `-` before it puts the largest first. */
export const listOrder = z
  .string()
  .regex(
    new RegExp(`^-?(${COLUMNS.join("|")})$`),
    `expected ${COLUMNS.join(", ")}, with a - before it for the largest first`
  )
  .transform((text): { column: Column; direction: "asc" | "desc" } => ({
    column: text.replace("-", "") as Column,
    direction: text.startsWith("-") ? "desc" : "asc",
  }))
  .default({ column: "created_at", direction: "desc" })

export const wholeNumber = (from: number, to: number, standard: number) => {
  const message = `expected a whole number from ${from} to ${to}`
  return z.coerce
    .number(message)
    .int(message)
    .min(from, message)
    .max(to, message)
    .default(standard)
}

/** @throws MedusaError INVALID_DATA that names the first wrong field and the value that it expects */
export function parse<T extends z.ZodType>(
  schema: T,
  input: unknown
): z.output<T> {
  const result = schema.safeParse(input)
  if (result.success) {
    return result.data
  }
  const [issue] = result.error.issues
  const field =
    issue?.code === "unrecognized_keys"
      ? issue.keys.slice(0, 10).join(", ").slice(0, 255)
      : issue?.path.map(String).join(".")
  const message =
    issue?.code === "unrecognized_keys"
      ? fieldProblem("unknown")
      : (issue?.message ?? "invalid")
  throw invalidFields([
    { problems: [{ field: field || "body", words: problemWords(message) }] },
  ])
}
