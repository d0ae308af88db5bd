import type { StoredAnswer } from "../state/idempotency"
import { ApiError } from "../wire/api-error"
import { BodyTooLarge } from "../wire/http-message"

/** INTERNAL_ERROR, or SERVICE_UNAVAILABLE for a 503. */
export function serverError(status: number): StoredAnswer {
  return errorAnswer(
    status === 503
      ? new ApiError(
          503,
          "SERVICE_UNAVAILABLE",
          "The service is temporarily unavailable"
        )
      : new ApiError(status, "INTERNAL_ERROR", "An unexpected error occurred")
  )
}

/** Answers an error in the envelope of the error page. */
export function errorAnswer(error: unknown): StoredAnswer {
  if (error instanceof BodyTooLarge) {
    return errorAnswer(new ApiError(400, "VALIDATION_ERROR", error.message))
  }
  if (!(error instanceof ApiError)) {
    console.error("one2pays-sandbox:", error)
    return serverError(500)
  }
  const { status, code, message, metadata } = error
  const body = JSON.stringify({
    success: false,
    error: { code, message, ...(metadata === undefined ? {} : { metadata }) },
  })
  return { status, body }
}
