import { z } from "zod"
import { isStorable } from "../../../../modules/one2pays/storable"

const KEY = "expected 1 to 255 characters, the same for the same request"

/** The name of a request, so that a double click is one payout. */
export const requestKey = z
  .string(KEY)
  .trim()
  .min(1, KEY)
  .max(255, KEY)
  .refine(isStorable, KEY)
