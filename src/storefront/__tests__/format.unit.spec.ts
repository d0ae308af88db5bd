import { formatCountdown, formatThb } from "../format"

describe("formatThb", () => {
  it.each([
    [1290.5, "฿1,290.50"],
    [0, "฿0.00"],
    [0.01, "฿0.01"],
    [1_234_567.89, "฿1,234,567.89"],
    [-50, "-฿50.00"],
  ])("shows %d as %s", (amount, text) => {
    expect(formatThb(amount)).toBe(text)
  })
})

describe("formatCountdown", () => {
  it.each([
    [30 * 60_000, "30:00"],
    [245_000, "4:05"],
    [3_600_000, "1:00:00"],
    [86_399_000, "23:59:59"],
    [999, "0:01"],
    [0, "0:00"],
    [-5_000, "0:00"],
    [NaN, "0:00"],
    [Infinity, "0:00"],
    [-Infinity, "0:00"],
  ])("shows %d ms as %s", (ms, text) => {
    expect(formatCountdown(ms)).toBe(text)
  })
})
