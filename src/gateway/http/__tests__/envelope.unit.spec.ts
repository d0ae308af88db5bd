import { openEnvelope } from "../envelope"

const now = Date.parse("2024-01-01T00:00:00.000Z")

function open(
  status: number,
  body: unknown,
  headers: Record<string, string> = {}
) {
  const response = {
    status,
    header: (name: string) => headers[name],
    body: typeof body === "string" ? body : JSON.stringify(body),
  }
  return openEnvelope(response, ["Somchai"], now, "satang")
}

const refusal = (code: unknown, metadata?: unknown) => ({
  success: false,
  error: { code, message: "No", metadata },
})

describe("a success", () => {
  it.each([200, 201, 202])("is any 2xx that says so: %i", (status) => {
    expect(
      open(status, { success: true, data: { id: "1" }, extra: 1 })
    ).toEqual({ ok: true, data: { id: "1" } })
  })

  it.each([
    ["HTML", "<html>welcome</html>"],
    ["nothing", ""],
    ["JSON cut short", '{"success":true,"da'],
    ["no data", { success: true }],
    ["no envelope", { id: "1" }],
    ["null", "null"],
    ["success in quotes", { success: "true", data: {} }],
  ])("is not a 200 with %s", (_, body) => {
    expect(open(200, body)).toEqual({
      ok: false,
      error: { code: "MALFORMED_RESPONSE", status: 200 },
    })
  })

  it("is not a 500, whatever its body says", () => {
    expect(open(500, { success: true, data: {} })).toMatchObject({
      ok: false,
      error: { code: "INTERNAL_ERROR", outcome: "unknown" },
    })
  })
})

describe("an error", () => {
  it.each([
    [400, "VALIDATION_ERROR", "VALIDATION_ERROR", "refused"],
    [400, "INVALID_BANK_CODE", "INVALID_BANK_CODE", "refused"],
    [400, "INSUFFICIENT_BALANCE", "INSUFFICIENT_BALANCE", "refused"],
    [400, "SOMETHING_NEW", "UNKNOWN_ERROR", "refused"],
    [400, "ABORTED", "UNKNOWN_ERROR", "refused"],
    [401, "INVALID_CREDENTIALS", "INVALID_CREDENTIALS", "refused"],
    [401, "UNAUTHORIZED", "UNAUTHORIZED", "refused"],
    [401, "AUTHENTICATION_ERROR", "AUTHENTICATION_ERROR", "refused"],
    [401, "VALIDATION_ERROR", "AUTHENTICATION_ERROR", "refused"],
    [401, "TOKEN_EXPIRED", "AUTHENTICATION_ERROR", "refused"],
    [403, "FORBIDDEN", "FORBIDDEN", "refused"],
    [403, "IP_NOT_ALLOWED", "FORBIDDEN", "refused"],
    [404, "RESOURCE_NOT_FOUND", "RESOURCE_NOT_FOUND", "refused"],
    [409, "DUPLICATE_REFERENCE_ID", "DUPLICATE_REFERENCE_ID", "unknown"],
    [409, "PAYMENT_NOT_CANCELLABLE", "PAYMENT_NOT_CANCELLABLE", "refused"],
    [409, "REQUEST_IN_PROGRESS", "UNKNOWN_ERROR", "unknown"],
    [429, "RATE_LIMIT_EXCEEDED", "RATE_LIMIT_EXCEEDED", "refused"],
    [429, "SLOW_DOWN", "RATE_LIMIT_EXCEEDED", "refused"],
    [500, "INTERNAL_ERROR", "INTERNAL_ERROR", "unknown"],
    [500, "VALIDATION_ERROR", "VALIDATION_ERROR", "unknown"],
    [503, "MAINTENANCE_MODE", "MAINTENANCE_MODE", "refused"],
    [503, "SERVICE_UNAVAILABLE", "SERVICE_UNAVAILABLE", "unknown"],
    [503, "OVERLOADED", "SERVICE_UNAVAILABLE", "unknown"],
    [200, "INVALID_AMOUNT", "INVALID_AMOUNT", "refused"],
    [200, "SOMETHING_NEW", "UNKNOWN_ERROR", "unknown"],
  ])("%i %s is %s, %s", (status, gatewayCode, code, outcome) => {
    expect(open(status, refusal(gatewayCode))).toMatchObject({
      ok: false,
      error: { code, gatewayCode, status, outcome, text: "No" },
    })
  })

  it.each([
    [301, "HTTP_ERROR", "unknown"],
    [400, "HTTP_ERROR", "unknown"],
    [401, "AUTHENTICATION_ERROR", "refused"],
    [403, "HTTP_ERROR", "unknown"],
    [404, "HTTP_ERROR", "unknown"],
    [429, "RATE_LIMIT_EXCEEDED", "refused"],
    [500, "INTERNAL_ERROR", "unknown"],
    [502, "SERVICE_UNAVAILABLE", "unknown"],
    [504, "SERVICE_UNAVAILABLE", "unknown"],
  ])("%i with a page of some proxy is %s, %s", (status, code, outcome) => {
    expect(open(status, "<html>nginx</html>")).toMatchObject({
      ok: false,
      error: { code, status, outcome, gatewayCode: undefined },
    })
  })

  it("carries the field, the wait and the request id", () => {
    const body = refusal("RATE_LIMIT_EXCEEDED", {
      field: "amount",
      retryAfter: 60,
    })
    expect(open(429, body, { "x-request-id": "req-1" })).toMatchObject({
      error: { field: "amount", retryAfterMs: 60_000, requestId: "req-1" },
    })
    expect(open(429, "", { "retry-after": "7" })).toMatchObject({
      error: { retryAfterMs: 7000 },
    })
  })

  it("survives odd types in its place", () => {
    expect(open(400, refusal(7, "text"))).toMatchObject({
      error: { code: "HTTP_ERROR", field: undefined },
    })
    expect(open(400, { success: false, error: "No" })).toMatchObject({
      error: { code: "HTTP_ERROR" },
    })
  })

  it("does not repeat a person's name", () => {
    const body = {
      success: false,
      error: { code: "VALIDATION_ERROR", message: "Somchai is unknown" },
    }
    expect(open(400, body)).toMatchObject({ error: { text: undefined } })
  })
})
