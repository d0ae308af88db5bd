import type {
  MedusaNextFunction,
  MedusaRequest,
  MedusaResponse,
} from "@medusajs/framework/http"
import {
  isPublicErrorCode,
  notedRetryAfter,
  PUBLIC_ERRORS,
  translateStaffError,
  withRetryAfter,
} from "../../messages"
import { requestLocale } from "./request-locale"

/** What staff can meet, on a status that Medusa's error handler would take the code away from. */
const CONFLICTS: ReadonlySet<unknown> = new Set([
  "one2pays_wrong_state",
  "one2pays_in_progress",
  "one2pays_idempotency_key_reused",
])

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
    if (CONFLICTS.has(body.code)) {
      res.status(409)
    } else if (isPublicErrorCode(body.code)) {
      const error = PUBLIC_ERRORS[body.code]
      res.status(error.status)
      if ("retryAfter" in error) {
        res.setHeader("Retry-After", notedRetryAfter() ?? error.retryAfter)
      }
    }
    const locale = requestLocale(req)
    const message = translateStaffError(body.message, locale)
    res.setHeader("Content-Language", locale)
    return json({ ...body, message })
  }
  withRetryAfter(next)
}

const isError = (body: unknown): body is { code?: unknown; message: string } =>
  typeof body === "object" &&
  body !== null &&
  "message" in body &&
  typeof body.message === "string"
