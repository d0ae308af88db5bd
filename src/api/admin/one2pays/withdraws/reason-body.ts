import { z } from "zod"
import { fieldProblem } from "../../../../messages"
import { isStorable } from "../../../../modules/one2pays/shared/storable"

const REASON = fieldProblem("reason")

/** The reason that staff give for a decision. The audit trail keeps it. */
export const reasonBody = z.strictObject({
  reason: z
    .string(REASON)
    .trim()
    .max(1000, REASON)
    .refine(isStorable, REASON)
    .optional(),
})
