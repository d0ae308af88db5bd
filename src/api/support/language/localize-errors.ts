import type {
  MedusaNextFunction,
  MedusaRequest,
  MedusaResponse,
} from "@medusajs/framework/http"
import {
  isPublicErrorCode,
  notedRetryAfter,
  PUBLIC_ERRORS,
  withErrorNotes,
} from "../../../messages"
import { customerLocale, type LocaleSource } from "./customer-locale"
import { textOfError } from "./text-of-error"

/**
 * Gives our own errors their status, their `Retry-After` and the customer's language on their way out. Medusa's error
 * handler knows no 503 and no languages, and a replacement would take it from the merchant. Answers without one of our
 * codes pass untouched.
 *
 * @param source the entity that the route's `:id` names, whose locale is the customer's
 */
export const localizeErrors =
  (source: LocaleSource) =>
  (req: MedusaRequest, res: MedusaResponse, next: MedusaNextFunction): void => {
    const json = res.json.bind(res)
    // The id is read now, since the router takes the parameters away before an error is answered.
    const id = String(req.params.id)
    res.json = (body: unknown) => {
      if (!isOurError(body)) {
        return json(body)
      }
      const error = PUBLIC_ERRORS[body.code]
      res.status(error.status)
      if ("retryAfter" in error) {
        res.setHeader("Retry-After", notedRetryAfter() ?? error.retryAfter)
      }
      const text = textOfError(body)
      void customerLocale(req, source, id).then((locale) => {
        res.setHeader("Content-Language", locale)
        json({ ...body, message: text?.[locale] ?? body.message })
      })
      return res
    }
    withErrorNotes(next)
  }

interface OurError {
  code: keyof typeof PUBLIC_ERRORS
  message: string
}

const isOurError = (body: unknown): body is OurError =>
  typeof body === "object" &&
  body !== null &&
  "code" in body &&
  isPublicErrorCode(body.code) &&
  "message" in body &&
  typeof body.message === "string"
