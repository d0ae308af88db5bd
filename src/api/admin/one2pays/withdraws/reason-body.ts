import { z } from "zod"
import { isStorable } from "../../../../modules/one2pays/storable"

const REASON = "expected at most 1000 characters"

/** Why somebody decides; kept in the audit trail. */
export const reasonBody = z.strictObject({
  reason: z
    .string(REASON)
    .trim()
    .max(1000, REASON)
    .refine(isStorable, REASON)
    .optional(),
})
