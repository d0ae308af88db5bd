import { createOne2PaysClient } from "../client"
import { apiUrl } from "../options"

describe("apiUrl", () => {
  it.each([
    ["https://api.example.com", "https://api.example.com/api/v1"],
    ["https://api.example.com/", "https://api.example.com/api/v1"],
    ["https://api.example.com/api/v1", "https://api.example.com/api/v1"],
    ["https://api.example.com/api/v1/", "https://api.example.com/api/v1"],
    ["https://example.com/pay/api/v1//", "https://example.com/pay/api/v1"],
    ["https://example.com/pay", "https://example.com/pay/api/v1"],
    ["http://127.0.0.1:4010", "http://127.0.0.1:4010/api/v1"],
    ["http://localhost:4010/", "http://localhost:4010/api/v1"],
    ["http://[::1]:4010", "http://[::1]:4010/api/v1"],
  ])("makes %s into %s", (baseUrl, url) => {
    expect(apiUrl(baseUrl)).toBe(url)
  })

  it.each([
    "",
    "api.example.com",
    "http://api.example.com",
    "http://127.0.0.1.example.com",
    "http://localhost.example.com",
    "ftp://127.0.0.1",
    "https://user:secret@api.example.com",
    "https://api.example.com?x=1",
    "https://api.example.com#top",
  ])("refuses %j", (baseUrl) => {
    expect(() => apiUrl(baseUrl)).toThrow(
      expect.objectContaining({
        code: "VALIDATION_ERROR",
        field: "baseUrl",
        outcome: "not_sent",
      })
    )
  })
})

describe("the keys", () => {
  const baseUrl = "https://api.example.com"

  it.each([
    ["apiKey", { apiKey: "pk_test_1\n", secretKey: "sk_test_1" }],
    ["apiKey", { apiKey: "", secretKey: "sk_test_1" }],
    ["secretKey", { apiKey: "pk_test_1", secretKey: " sk_test_1" }],
  ])("are refused when no header could carry them: %s", (field, keys) => {
    expect(() => createOne2PaysClient({ baseUrl, ...keys })).toThrow(
      expect.objectContaining({ code: "VALIDATION_ERROR", field })
    )
  })
})
