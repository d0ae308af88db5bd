import type {
  MedusaNextFunction,
  MedusaRequest,
  MedusaResponse,
} from "@medusajs/framework/http"
import { withErrorNotes } from "../../../messages"

/** Lets a route tell the texts of its errors in every language. `localizeErrors` does so for an answer in JSON. */
export const keepErrorNotes = (
  _: MedusaRequest,
  __: MedusaResponse,
  next: MedusaNextFunction
): void => withErrorNotes(next)
