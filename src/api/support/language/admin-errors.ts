import type {
  MedusaNextFunction,
  MedusaRequest,
  MedusaResponse,
} from "@medusajs/framework/http"
import {
  isPublicErrorCode,
  isStaffCode,
  notedRetryAfter,
  PUBLIC_ERRORS,
  STAFF_CODES,
  withErrorNotes,
} from "../../../messages"
import { requestLocale } from "./request-locale"
import { textOfError } from "./text-of-error"

/** Gives the admin's errors their status, their `Retry-After` and the language of the staff who read them. */
export function adminErrors(
  req: MedusaRequest,
  res: MedusaResponse,
  next: MedusaNextFunction
): void {
  const json = res.json.bind(res)
  res.json = (body: unknown) => {
    if (res.statusCode < 400 || !isError(body)) {
      return json(body)
    }
    const { code } = body
    if (isPublicErrorCode(code)) {
      const error = PUBLIC_ERRORS[code]
      res.status(error.status)
      if ("retryAfter" in error) {
        res.setHeader("Retry-After", notedRetryAfter() ?? error.retryAfter)
      }
    } else if (isStaffCode(code)) {
      res.status(STAFF_CODES[code].status)
    }
    const locale = requestLocale(req)
    const message = textOfError(body)?.[locale] ?? body.message
    res.setHeader("Content-Language", locale)
    return json({ ...body, message })
  }
  withErrorNotes(next)
}

const isError = (body: unknown): body is { code?: unknown; message: string } =>
  typeof body === "object" &&
  body !== null &&
  "message" in body &&
  typeof body.message === "string"
