import { z } from "@medusajs/framework/zod"
import { fieldProblem } from "../../../messages"
import { isStorable } from "../../../modules/one2pays/shared/storable"

const WHY = fieldProblem("note")

/** The body with which staff resolve an issue: why, and optionally the code of the one that they saw. */
export const resolution = z.strictObject({
  note: z.string(WHY).trim().min(1, WHY).max(1000, WHY).refine(isStorable, WHY),
  issue: z.string().refine(isStorable).optional(),
})
