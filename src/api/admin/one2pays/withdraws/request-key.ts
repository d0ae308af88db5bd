import { z } from "@medusajs/framework/zod"
import { fieldProblem } from "../../../../messages"
import { isStorable } from "../../../../modules/one2pays/shared/storable"

const KEY = fieldProblem("request_key")

/** The name of a request: with it, a double click creates one withdraw. */
export const requestKey = z
  .string(KEY)
  .trim()
  .min(1, KEY)
  .max(255, KEY)
  .refine(isStorable, KEY)
