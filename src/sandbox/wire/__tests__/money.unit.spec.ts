import {
  balanceNumber,
  formatAmount,
  formatThb,
  parseAmount,
  parseThb,
} from "../money"

describe("money", () => {
  it("reads ten baht in either unit", () => {
    expect(parseAmount("1000.00", "satang")).toBe(1000)
    expect(parseAmount("10.00", "baht")).toBe(1000)
    expect(parseAmount("10.05", "baht")).toBe(1005)
  })

  it.each([
    "1000",
    "1000.0",
    "1000.000",
    "-1.00",
    "1e3",
    "1,000.00",
    "",
    " 1.00",
    "NaN",
    "10.50 ",
  ])("does not take %p for an amount", (text) => {
    expect(parseAmount(text, "satang")).toBeNull()
    expect(parseAmount(text, "baht")).toBeNull()
  })

  it("knows no part of a satang", () => {
    expect(parseAmount("1000.50", "satang")).toBeNull()
  })

  it("writes ten baht in either unit", () => {
    expect(formatAmount(1000, "satang")).toBe("1000.00")
    expect(formatAmount(1000, "baht")).toBe("10.00")
    expect(formatThb(5)).toBe("0.05")
    expect(formatThb(0)).toBe("0.00")
    expect(formatThb(123456789012)).toBe("1234567890.12")
  })

  it("reads THB as a person writes it", () => {
    expect(parseThb("10")).toBe(1000)
    expect(parseThb("10.5")).toBe(1050)
    expect(parseThb("0.07")).toBe(7)
    expect(() => parseThb("ten")).toThrow("not an amount in THB")
    expect(() => parseThb("-1")).toThrow("not an amount in THB")
  })

  it("gives balances as numbers", () => {
    expect(balanceNumber(1250050, "baht")).toBe(12500.5)
    expect(balanceNumber(1250050, "satang")).toBe(1250050)
  })
})
