import { readAmount } from "../read-amount"

describe("an amount as people write it", () => {
  it.each([
    ["1290.50", "1290.50"],
    ["1,290.50", "1290.50"],
    ["฿1,290.50", "1290.50"],
    [" ฿ 1,234,567 ", "1234567"],
    ["๑,๒๙๐.๕๐", "1290.50"],
    ["฿๑๒๙๐", "1290"],
    ["１,２９０.５０", "1290.50"],
  ])("%s is %s", (text, amount) => {
    expect(readAmount(text)).toBe(amount)
  })

  it("is not guessed at in Thai digits either", () => {
    expect(readAmount("๑๒๙๐,๕๐")).toBe("1290,50")
  })

  it.each(["1290,50", "1,29", "12,90.50", "1,,290", ",290", "1.290,50"])(
    "%s is left as it is",
    (text) => {
      expect(readAmount(text)).toBe(text)
    }
  )
})
