import { isAboveAvailable } from "../wallet"

const wallet = (currency_code: string) => ({ available: 100, currency_code })

describe("an amount beside the wallet", () => {
  it.each([
    ["100.01", true],
    ["100", false],
    ["100.00", false],
    ["9", false],
  ])("of ฿100: %s is more than it holds: %s", (amount, expected) => {
    expect(isAboveAvailable(amount, wallet("thb"))).toBe(expected)
  })

  it("is not compared with another currency, or with what is not known", () => {
    expect(isAboveAvailable("100.01", wallet("usd"))).toBe(false)
    expect(isAboveAvailable("100.01", null)).toBe(false)
    expect(isAboveAvailable("100.01", undefined)).toBe(false)
  })
})
