import { newRequestKey, requestKeys } from "../request-key"

describe("the name of a request", () => {
  it("is another one each time, also where a page is not secure", () => {
    const { randomUUID } = crypto
    // As browsers have it over plain http.
    Object.defineProperty(crypto, "randomUUID", {
      value: undefined,
      configurable: true,
    })
    try {
      const keys = Array.from({ length: 100 }, newRequestKey)
      expect(new Set(keys).size).toBe(100)
      expect(keys[0]).toMatch(/^[0-9a-f]{32}$/)
    } finally {
      Object.defineProperty(crypto, "randomUUID", {
        value: randomUUID,
        configurable: true,
      })
    }
  })

  it("is the same for the same request, and another one for another", () => {
    const keyOf = requestKeys()
    const first = keyOf([{ amount: "10" }])
    expect(keyOf([{ amount: "11" }])).not.toBe(first)
    expect(keyOf([{ amount: "10" }])).toBe(first)
  })

  it("is another one for whoever asks anew", () => {
    expect(requestKeys()("a")).not.toBe(requestKeys()("a"))
  })
})
