import { askedAmount, isForAmount, raisedAmount } from "../judge/asked-amount"

it.each([
  ["1290.50", "1290.51", true],
  ["1290.50", "1291.49", true],
  ["1290.50", "1290.50", false],
  ["1290.50", "1291.50", false],
  ["1290.50", "1290.49", false],
  ["1290.50", "1290.505", false],
  ["1290.50", "129050.00", false],
  ["0.01", "1.00", true],
])("of %s, %s is raised by satang: %s", (amount, recorded, isRaised) => {
  expect(raisedAmount(amount, recorded)).toBe(isRaised ? recorded : null)
  expect(isForAmount(amount, { amount: recorded })).toBe(
    isRaised || amount === recorded
  )
})

it("is what the payer is told to pay", () => {
  const amount = "1290.50"
  expect(askedAmount({ amount, asked_amount: null })).toBe("1290.50")
  expect(askedAmount({ amount, asked_amount: "1290.57" })).toBe("1290.57")
})
