import { invalidField } from "./api-error"
import { parseAmount, type AmountUnit } from "./money"

export type JsonObject = Record<string, unknown>

export function isJsonObject(value: unknown): value is JsonObject {
  return typeof value === "object" && value !== null && !Array.isArray(value)
}

const REFERENCE_ID = /^[A-Za-z0-9_.-]{1,255}$/
const BANK_CODE = /^\d{3}$/
const ACCOUNT_NUMBER = /^\d{5,20}$/

/** The checked fields that payments and withdraws have in common. */
interface TransferFields {
  amountSatang: number
  referenceId: string
  accountName: string
  accountNumber: string
  bankCode: string
  description: string | null
  metadata: JsonObject | null
  idempotencyKey: string | null
}

/** @throws ApiError MISSING_REQUIRED_FIELD, which names the first absent field. */
export function requireFields(body: JsonObject, fields: string[]): void {
  for (const field of fields) {
    const value = body[field]
    if (value === undefined || value === null || value === "") {
      throw invalidField(
        "MISSING_REQUIRED_FIELD",
        `${field} is required`,
        field
      )
    }
  }
}

/** @throws ApiError 400, which names the first wrong field. */
export function transferFields(
  body: JsonObject,
  unit: AmountUnit
): TransferFields {
  const amountSatang = amount(body.amount, unit)
  checkCurrency(body.currency)
  return {
    amountSatang,
    referenceId: referenceId(body),
    accountName: text(body, "customerBankAccountName", 255) ?? "",
    accountNumber: matching(
      body,
      "customerBankAccountNumber",
      ACCOUNT_NUMBER,
      "Bank account number must consist of digits"
    ),
    bankCode: bankCode(body.customerBankCode),
    description: text(body, "description", 255),
    metadata: metadata(body.metadata),
    idempotencyKey: text(body, "idempotencyKey", 255),
  }
}

/** @throws ApiError VALIDATION_ERROR when the field is none of the choices. */
export function choice<T extends string>(
  body: JsonObject,
  field: string,
  choices: readonly T[]
): T {
  const found = choices.find((candidate) => candidate === body[field])
  if (found === undefined) {
    throw invalidField(
      "VALIDATION_ERROR",
      `${field} must be one of: ${choices.join(", ")}`,
      field
    )
  }
  return found
}

/** @returns `expiresInMinutes`, null when absent. @throws ApiError VALIDATION_ERROR outside 5–1440. */
export function expiresInMinutes(body: JsonObject): number | null {
  const value = body.expiresInMinutes
  if (value === undefined || value === null) {
    return null
  }
  if (
    typeof value !== "number" ||
    !Number.isInteger(value) ||
    value < 5 ||
    value > 1440
  ) {
    throw invalidField(
      "VALIDATION_ERROR",
      "expiresInMinutes must be a whole number between 5 and 1440",
      "expiresInMinutes"
    )
  }
  return value
}

/**
 * The error page shows one sentence under both codes. By its sample, a number instead of a string is
 * VALIDATION_ERROR; by its table, a string that is no amount is INVALID_AMOUNT.
 */
function amount(value: unknown, unit: AmountUnit): number {
  const message = "Amount must be a valid decimal number"
  if (typeof value !== "string") {
    throw invalidField("VALIDATION_ERROR", message, "amount")
  }
  const satang = parseAmount(value, unit)
  if (satang === null || satang <= 0) {
    throw invalidField("INVALID_AMOUNT", message, "amount")
  }
  return satang
}

function checkCurrency(value: unknown): void {
  if (value !== undefined && value !== null && value !== "THB") {
    throw invalidField("INVALID_CURRENCY", "Currency must be 'THB'", "currency")
  }
}

function referenceId(body: JsonObject): string {
  const value = body.referenceId
  if (typeof value !== "string" || !REFERENCE_ID.test(value)) {
    throw invalidField(
      "INVALID_REFERENCE_ID",
      "Reference ID format is invalid",
      "referenceId"
    )
  }
  return value
}

function bankCode(value: unknown): string {
  if (typeof value !== "string" || !BANK_CODE.test(value)) {
    throw invalidField(
      "INVALID_BANK_CODE",
      "Bank code must be a valid 3-digit Thai bank code",
      "customerBankCode"
    )
  }
  return value
}

function matching(
  body: JsonObject,
  field: string,
  pattern: RegExp,
  message: string
): string {
  const value = body[field]
  if (typeof value !== "string" || !pattern.test(value)) {
    throw invalidField("VALIDATION_ERROR", message, field)
  }
  return value
}

function text(
  body: JsonObject,
  field: string,
  maxLength: number
): string | null {
  const value = body[field]
  if (value === undefined || value === null) {
    return null
  }
  if (typeof value !== "string" || value.length > maxLength) {
    throw invalidField(
      "VALIDATION_ERROR",
      `${field} must be a string of at most ${maxLength} characters`,
      field
    )
  }
  return value
}

function metadata(value: unknown): JsonObject | null {
  if (value === undefined || value === null) {
    return null
  }
  if (!isJsonObject(value)) {
    throw invalidField(
      "VALIDATION_ERROR",
      "metadata must be an object",
      "metadata"
    )
  }
  return value
}
