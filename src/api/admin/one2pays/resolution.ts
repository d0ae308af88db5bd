import { z } from "zod"
import { isStorable } from "../../../modules/one2pays/storable"

const WHY = "expected 1 to 1000 characters that say why the issue is closed"

/** The body with which an issue is closed. */
export const resolution = z.strictObject({
  note: z.string(WHY).trim().min(1, WHY).max(1000, WHY).refine(isStorable, WHY),
})
