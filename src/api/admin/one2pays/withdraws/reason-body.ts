import { z } from "@medusajs/framework/zod"
import { fieldProblem } from "../../../../messages"
import { isStorable } from "../../../../modules/one2pays/shared/storable"

const REASON = fieldProblem("reason")

const words = z
  .string(REASON)
  .trim()
  .max(1000, REASON)
  .refine(isStorable, REASON)

/** A reason that staff have to give. */
export const reason = words.min(1, REASON)

/** The reason that staff give for a decision. The audit trail keeps it. */
export const reasonBody = z.strictObject({ reason: words.optional() })
