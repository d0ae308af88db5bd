import { z } from "zod"
import { FIELD_PROBLEMS } from "../../../../messages"
import { isStorable } from "../../../../modules/one2pays/shared/storable"

const KEY = FIELD_PROBLEMS.request_key.en

/** The name of a request: with it, a double click creates one withdraw. */
export const requestKey = z
  .string(KEY)
  .trim()
  .min(1, KEY)
  .max(255, KEY)
  .refine(isStorable, KEY)
