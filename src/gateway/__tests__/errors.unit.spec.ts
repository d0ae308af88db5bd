import { inspect } from "node:util"

import {
  gatewayErrorCodes,
  isAnswerCode,
  One2PaysError,
  type SeedErrorCode,
} from "../errors"

const seeds: SeedErrorCode[] = [
  "INVALID_CREDENTIALS",
  "UNAUTHORIZED",
  "FORBIDDEN",
  "VALIDATION_ERROR",
  "INVALID_AMOUNT",
  "INVALID_CURRENCY",
  "INVALID_REFERENCE_ID",
  "INVALID_BANK_CODE",
  "MISSING_REQUIRED_FIELD",
  "RESOURCE_NOT_FOUND",
  "DUPLICATE_REFERENCE_ID",
  "INSUFFICIENT_BALANCE",
  "PAYMENT_NOT_CANCELLABLE",
  "PAYMENT_NOT_CAPTURABLE",
  "PAYMENT_NOT_REFUNDABLE",
  "RATE_LIMIT_EXCEEDED",
  "INTERNAL_ERROR",
  "SERVICE_UNAVAILABLE",
  "MAINTENANCE_MODE",
]

describe("One2PaysError", () => {
  it.each(seeds)("knows %s", (code) => {
    expect(gatewayErrorCodes).toContain(code)
    expect(isAnswerCode(code)).toBe(true)
    expect(new One2PaysError({ code }).message).toMatch(`${code}: `)
  })

  it("takes none of its own codes from the wire", () => {
    expect(isAnswerCode("ABORTED")).toBe(false)
    expect(isAnswerCode("NETWORK_ERROR")).toBe(false)
    expect(isAnswerCode("toString")).toBe(false)
  })

  it("can be tried again after a server error of any code, but not in maintenance", () => {
    const retryable = (
      fields: ConstructorParameters<typeof One2PaysError>[0]
    ) => new One2PaysError(fields).retryable
    expect(retryable({ code: "HTTP_ERROR", status: 520 })).toBe(true)
    expect(retryable({ code: "HTTP_ERROR", status: 302 })).toBe(false)
    expect(retryable({ code: "UNKNOWN_ERROR", status: 500 })).toBe(true)
    expect(retryable({ code: "MAINTENANCE_MODE", status: 503 })).toBe(false)
    expect(retryable({ code: "RATE_LIMIT_EXCEEDED", status: 429 })).toBe(true)
    expect(retryable({ code: "INVALID_AMOUNT", status: 400 })).toBe(false)
  })

  it("says everything that helps, and nothing else, wherever it is printed", () => {
    const error = new One2PaysError({
      code: "INVALID_BANK_CODE",
      gatewayCode: "INVALID_BANK_CODE",
      status: 400,
      field: "customerBankCode",
      requestId: "req_1",
      referenceId: "order_1",
      idempotencyKey: "key_1",
      tries: 2,
    })
    expect(JSON.parse(JSON.stringify(error))).toEqual({
      name: "One2PaysError",
      message:
        "INVALID_BANK_CODE: The bank code is not a 3-digit Thai bank code (HTTP 400)",
      code: "INVALID_BANK_CODE",
      gatewayCode: "INVALID_BANK_CODE",
      status: 400,
      field: "customerBankCode",
      requestId: "req_1",
      referenceId: "order_1",
      idempotencyKey: "key_1",
      outcome: "refused",
      tries: 2,
    })
    expect(String(error)).toMatch(/^One2PaysError: INVALID_BANK_CODE: /)
    expect(inspect(error)).toContain("referenceId: 'order_1'")
    expect(error.cause).toBeUndefined()
    expect(error).toBeInstanceOf(Error)
  })

  it("leaves out what is not known", () => {
    expect(Object.keys(new One2PaysError({ code: "TIMEOUT" }))).toEqual([
      "code",
      "outcome",
      "tries",
    ])
  })
})
