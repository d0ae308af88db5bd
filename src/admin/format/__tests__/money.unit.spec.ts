import { formatMoney } from "../money"

describe("money is written in its own currency", () => {
  it.each([
    ["thb", "en", "฿1,290.50"],
    ["thb", "th", "฿1,290.50"],
    ["USD", "en", "$1,290.50"],
    ["jpy", "en", "¥1,291"],
    // Intl throws at these names, and the page must still be there.
    ["baht", "en", "1,290.5"],
    ["", "en", "1,290.5"],
  ])("%s in %s: %s", (currency, language, text) => {
    expect(formatMoney(1290.5, currency, language)).toBe(text)
  })
})
