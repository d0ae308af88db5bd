import BigNumber from "bignumber.js"

import { fromGatewayAmount, roundThb, toGatewayAmount } from "../money"

describe("toGatewayAmount", () => {
  it.each([
    ["0.01", "1.00", "0.01"],
    ["1", "100.00", "1.00"],
    ["10.00", "1000.00", "10.00"],
    ["10.5", "1050.00", "10.50"],
    ["0.1", "10.00", "0.10"],
    ["19.99", "1999.00", "19.99"],
    ["1234.56", "123456.00", "1234.56"],
    ["99999999.99", "9999999999.00", "99999999.99"],
    ["123456789012345.67", "12345678901234567.00", "123456789012345.67"],
  ])("sends THB %s as %s satang or %s baht", (thb, satang, baht) => {
    expect(toGatewayAmount(thb, "satang")).toBe(satang)
    expect(toGatewayAmount(thb, "baht")).toBe(baht)
  })

  it.each(["", "abc", "1,000.00", "NaN", "Infinity", "0x10", "1.005"])(
    "refuses %j",
    (thb) => {
      expect(() => toGatewayAmount(thb, "satang")).toThrow(RangeError)
    }
  )
})

describe("fromGatewayAmount", () => {
  it.each([
    ["1000.00", "10.00", "1000.00"],
    ["1", "0.01", "1.00"],
    ["1000.5", "10.005", "1000.50"],
    [12500.5, "125.005", "12500.50"],
    [3200, "32.00", "3200.00"],
    [0, "0.00", "0.00"],
    ["-150.00", "-1.50", "-150.00"],
    ["9999999999.00", "99999999.99", "9999999999.00"],
    [0.0000001, "0.000000001", "0.0000001"],
    [1e21, "10000000000000000000.00", "1000000000000000000000.00"],
  ])("reads %s as THB %s from satang, %s from baht", (value, satang, baht) => {
    expect(fromGatewayAmount(value, "satang")).toBe(satang)
    expect(fromGatewayAmount(value, "baht")).toBe(baht)
  })

  it("gives back what toGatewayAmount made, satang by satang", () => {
    const changed: string[] = []
    for (let satang = 1; satang <= 20_000; satang++) {
      const thb = `${Math.floor(satang / 100)}.${String(satang % 100).padStart(2, "0")}`
      for (const unit of ["satang", "baht"] as const) {
        if (fromGatewayAmount(toGatewayAmount(thb, unit), unit) !== thb) {
          changed.push(thb)
        }
      }
    }
    expect(changed).toEqual([])
  })

  it.each(["", "free", NaN, Infinity])("refuses %p", (value) => {
    expect(() => fromGatewayAmount(value, "baht")).toThrow(RangeError)
  })

  it("does not follow a shop that reconfigures bignumber.js", () => {
    BigNumber.set({ EXPONENTIAL_AT: 0, DECIMAL_PLACES: 0, ROUNDING_MODE: 1 })
    try {
      expect(fromGatewayAmount("1999.00", "satang")).toBe("19.99")
      expect(roundThb("0.005")).toBe("0.01")
    } finally {
      BigNumber.set({
        EXPONENTIAL_AT: [-7, 20],
        DECIMAL_PLACES: 20,
        ROUNDING_MODE: 4,
      })
    }
  })
})

describe("roundThb", () => {
  it.each([
    ["10.004", "10.00"],
    ["10.005", "10.01"],
    ["10.0049999", "10.00"],
    [1.005, "1.01"],
    [0.1 + 0.2, "0.30"],
    [8.345, "8.35"],
    [1e-7, "0.00"],
    [100, "100.00"],
  ])("rounds %s half up to %s", (value, rounded) => {
    expect(roundThb(value)).toBe(rounded)
  })
})
