import { forgetRequestKey, requestKey } from "../request-key"

/** A browser's store for one tab. */
const kept = new Map<string, string>()

beforeEach(() => {
  kept.clear()
  Object.defineProperty(globalThis, "sessionStorage", {
    configurable: true,
    value: {
      getItem: (key: string) => kept.get(key) ?? null,
      setItem: (key: string, value: string) => kept.set(key, value),
      removeItem: (key: string) => kept.delete(key),
    },
  })
})

afterEach(() => {
  Reflect.deleteProperty(globalThis, "sessionStorage")
})

describe("the name of a request", () => {
  it("is the same until it is answered, and then another one", () => {
    const first = requestKey("payout")
    expect(requestKey("payout")).toBe(first)
    forgetRequestKey("payout")
    expect(requestKey("payout")).not.toBe(first)
  })

  it("is another one an hour after it was used last", () => {
    const now = jest.spyOn(Date, "now").mockReturnValue(0)
    const first = requestKey("payout")
    now.mockReturnValue(59 * 60_000)
    expect(requestKey("payout")).toBe(first)
    now.mockReturnValue((59 + 60) * 60_000)
    expect(requestKey("payout")).not.toBe(first)
    now.mockRestore()
  })

  it("is another one for something else, whose answer is its own", () => {
    const [one, many] = [requestKey("payout"), requestKey("payouts")]
    expect(one).not.toBe(many)
    forgetRequestKey("payouts")
    expect(requestKey("payout")).toBe(one)
  })

  it("is another one each time, also where a page is not secure", () => {
    const { randomUUID } = crypto
    // Browsers have no more of it over plain http.
    Object.defineProperty(crypto, "randomUUID", {
      value: undefined,
      configurable: true,
    })
    try {
      const keys = Array.from({ length: 100 }, () => {
        forgetRequestKey("payout")
        return requestKey("payout")
      })
      expect(new Set(keys).size).toBe(100)
      expect(keys[0]).toMatch(/^[0-9a-f]{32}$/)
    } finally {
      Object.defineProperty(crypto, "randomUUID", {
        value: randomUUID,
        configurable: true,
      })
    }
  })
})
