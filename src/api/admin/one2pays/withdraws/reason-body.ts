import { z } from "zod"
import { fieldProblem } from "../../../../messages"
import { isStorable } from "../../../../modules/one2pays/shared/storable"

const REASON = fieldProblem("reason")

/** Why somebody decides; kept in the audit trail. */
export const reasonBody = z.strictObject({
  reason: z
    .string(REASON)
    .trim()
    .max(1000, REASON)
    .refine(isStorable, REASON)
    .optional(),
})
