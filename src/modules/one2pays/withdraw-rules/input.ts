import { z } from "@medusajs/framework/zod"
import {
  BANKS,
  fieldProblem,
  problemWords,
  staffMessage,
  type FieldProblem,
  type Problem,
} from "../../../messages"
import { accountName, accountNumber, bankCode } from "../payers/payer"
import { isStorable } from "../shared/storable"

const UNSTORABLE = fieldProblem("unstorable")
const AMOUNT = fieldProblem("amount")

/** The pattern allows more than any payout, and so few digits that each survives. */
const AMOUNT_TEXT = /^\d{1,12}(\.\d{1,2})?$/

const amount = z
  .union([z.number(), z.string().trim()], AMOUNT)
  .transform(String)
  .refine((text) => AMOUNT_TEXT.test(text) && /[1-9]/.test(text), AMOUNT)

const named = <T extends z.ZodType>(schema: T, message: FieldProblem) =>
  z.unknown().transform((value, context): z.output<T> => {
    const result = schema.safeParse(value)
    if (!result.success) {
      context.addIssue({ code: "custom", message })
      return z.NEVER
    }
    return result.data
  })

/** The fields of a requested payout. Amounts are THB in major units. */
export const payoutSchema = z.strictObject({
  amount,
  bank_code: named(bankCode, fieldProblem("bank_code")),
  account_name: named(accountName, fieldProblem("account_name")),
  account_number: named(accountNumber, fieldProblem("account_number")),
  description: z
    .string(fieldProblem("text"))
    .trim()
    .max(255, fieldProblem("description"))
    .refine(isStorable, UNSTORABLE)
    .nullish(),
  metadata: z
    .record(z.string(), z.unknown(), fieldProblem("object"))
    .refine(isStorable, UNSTORABLE)
    .nullish(),
})

/** The same, to some banks alone. @param banks without them, to all */
export const payoutTo = (banks?: readonly string[]): typeof payoutSchema =>
  banks
    ? payoutSchema.refine(({ bank_code }) => banks.includes(bank_code), {
        path: ["bank_code"],
        error: fieldProblem("bank_not_taken"),
      })
    : payoutSchema

/** A payout as a caller writes it. */
export type PayoutInput = z.input<typeof payoutSchema>
/** A payout after the checks: its amount is a decimal text, its account number has digits only. */
export type Payout = z.output<typeof payoutSchema>

/** The answer names so many unknown fields of a payout, and so much of each name: a file may be full of them. */
const UNKNOWN_NAMED = 10
const LONGEST_NAME = 64

/** Lists the problems of a payout, each with its field. They never repeat the values. */
export function problemsOf(error: z.ZodError): Problem[] {
  return error.issues.flatMap((issue): Problem[] =>
    issue.code === "unrecognized_keys"
      ? issue.keys.slice(0, UNKNOWN_NAMED).map((field) => ({
          field: field.slice(0, LONGEST_NAME),
          words: staffMessage("unknown"),
        }))
      : [
          {
            field: issue.path.map(String).join(".") || "body",
            words: problemWords(issue.message),
          },
        ]
  )
}

const KNOWN_BANKS = new Set(BANKS.map(({ code }) => code))

/** Whether a bank code is a known one. An unknown code may be a new bank's: the plugin accepts it and points it out. */
export const isKnownBank = (code: string): boolean => KNOWN_BANKS.has(code)
