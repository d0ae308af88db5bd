import { z } from "zod"
import { FIELD_PROBLEMS } from "../../messages"
import { isStorable } from "../../modules/one2pays/shared/storable"

const WHY = FIELD_PROBLEMS.note.en

/** The body with which staff resolve an issue. */
export const resolution = z.strictObject({
  note: z.string(WHY).trim().min(1, WHY).max(1000, WHY).refine(isStorable, WHY),
})
