/** The error codes that the sandbox answers with: those of the vendor's error page, and two for amounts out of bounds. */
type ErrorCode =
  | "INVALID_CREDENTIALS"
  | "UNAUTHORIZED"
  | "FORBIDDEN"
  | "VALIDATION_ERROR"
  | "INVALID_AMOUNT"
  | "AMOUNT_BELOW_MIN"
  | "AMOUNT_ABOVE_MAX"
  | "INVALID_CURRENCY"
  | "INVALID_REFERENCE_ID"
  | "INVALID_BANK_CODE"
  | "MISSING_REQUIRED_FIELD"
  | "RESOURCE_NOT_FOUND"
  | "DUPLICATE_REFERENCE_ID"
  | "INSUFFICIENT_BALANCE"
  | "PAYMENT_NOT_CANCELLABLE"
  | "RATE_LIMIT_EXCEEDED"
  | "INTERNAL_ERROR"
  | "SERVICE_UNAVAILABLE"
  | "MAINTENANCE_MODE"

/** An answer other than success. The code that finds the reason throws it. */
export class ApiError extends Error {
  constructor(
    readonly status: number,
    readonly code: ErrorCode,
    message: string,
    readonly metadata?: Record<string, unknown>
  ) {
    super(message)
    this.name = "ApiError"
  }
}

/** A 400 that names the field at fault, as the samples of the error page do. */
export function invalidField(
  code: ErrorCode,
  message: string,
  field: string
): ApiError {
  return new ApiError(400, code, message, { field })
}

export function notFound(message: string): ApiError {
  return new ApiError(404, "RESOURCE_NOT_FOUND", message)
}
