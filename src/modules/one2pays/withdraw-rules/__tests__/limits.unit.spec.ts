import { renderMessage } from "../../../../messages"
import {
  checkLimits,
  fundsOf,
  needsApproval,
  startOfBangkokDay,
  type WithdrawFacts,
} from "../limits"

const facts = (differences: Partial<WithdrawFacts> = {}): WithdrawFacts => ({
  amount: "100.00",
  day_total: "0",
  available: "100000.00",
  ...differences,
})

describe("a limit for one payout", () => {
  it.each([
    ["4999.99", null],
    ["5000.00", null],
    ["5000.01", "max_amount"],
  ])("of THB 5000: %s", (amount, rule) => {
    const refusal = checkLimits({ maxAmount: 5000 }, facts({ amount }))
    expect(refusal?.key ?? null).toBe(rule)
  })

  it("names its amount", () => {
    const refusal = checkLimits(
      { maxAmount: "5000.5" },
      facts({ amount: "5000.51" })
    )
    expect(refusal?.key).toBe("max_amount")
    expect(renderMessage(refusal!, "en")).toBe(
      "amount: THB 5000.51 is above the limit of THB 5000.50 for one payout"
    )
  })
})

describe("a limit for a day", () => {
  it.each([
    ["900.00", "100.00", null],
    ["900.00", "100.01", "daily_limit"],
    ["1000.00", "0.01", "daily_limit"],
    ["0", "1000.00", null],
    // In binary floating point 0.1 + 0.2 would be above it.
    ["999.80", "0.20", null],
  ])("of THB 1000 with %s gone: %s", (day_total, amount, rule) => {
    const refusal = checkLimits(
      { dailyLimit: 1000 },
      facts({ day_total, amount })
    )
    expect(refusal?.key ?? null).toBe(rule)
  })

  it("says what is left of it, never less than nothing", () => {
    const left = (day_total: string) =>
      checkLimits({ dailyLimit: 1000 }, facts({ day_total, amount: "500" }))
        ?.values.left
    expect(left("750.25")).toBe("249.75")
    expect(left("2000")).toBe("0.00")
  })
})

describe("the wallet", () => {
  it.each([
    ["100.00", "0", "100.00", null],
    ["100.00", "0", "100.01", "balance"],
    ["100.00", "99.99", "0.01", null],
    ["100.00", "99.99", "0.02", "balance"],
    ["0.30", "0.10", "0.20", null],
  ])("of THB %s with %s on its way: %s", (wallet, in_flight, amount, rule) => {
    const { available } = fundsOf({ wallet, in_flight, waiting: "0" }, 0)
    const refusal = checkLimits({}, facts({ available, amount }))
    expect(refusal?.key ?? null).toBe(rule)
  })

  it("lets nothing pass while its balance is unknown", () => {
    expect(checkLimits({}, facts({ available: null }))?.key).toBe(
      "balance_unknown"
    )
  })

  it("has left nothing, and never less, where more waits than it holds", () => {
    const { available } = fundsOf(
      { wallet: "100", in_flight: "0", waiting: "150" },
      0
    )
    expect(available).toBe("-50.00")
    expect(checkLimits({}, facts({ available }))?.values.left).toBe("0.00")
  })

  it.each([
    [0, "0.00", "700.00"],
    ["25.50", "25.50", "674.50"],
    ["1.5%", "15.00", "685.00"],
    ["0.0333%", "0.34", "699.66"],
  ])("keeps %s of THB 1000 for fees: %s", (margin, fee_margin, available) => {
    const facts = { wallet: "1000", in_flight: "200", waiting: "100" }
    expect(fundsOf(facts, margin)).toEqual({
      wallet: "1000.00",
      in_flight: "200.00",
      waiting: "100.00",
      fee_margin,
      sendable: (Number(available) + 100).toFixed(2),
      available,
    })
  })
})

it.each([
  [0, "0.01", true],
  [5000, "5000.00", false],
  [5000, "5000.01", true],
  ["5000.50", "5000.50", false],
  ["5000.50", "5000.51", true],
])(
  "above THB %s two people are needed: %s %s",
  (approvalAbove, amount, two) => {
    const withdraw = { amount, first_payer: null }
    expect(needsApproval({ approvalAbove }, withdraw)).toBe(two)
  }
)

it("two people are needed for any amount where the payer was changed", () => {
  const withdraw = { amount: "0.01", first_payer: {} }
  expect(needsApproval({ approvalAbove: 5000 }, withdraw)).toBe(true)
})

it.each([
  ["nobody who is known", { id: null }, true],
  ["a user", { id: "user_1" }, false],
  ["somebody whom nobody has looked for", null, false],
])("what %s asked for needs two people or not", (_, person, two) => {
  const withdraw = { amount: "0.01", first_payer: null, person }
  expect(needsApproval({ approvalAbove: 5000 }, withdraw)).toBe(two)
})

it.each([
  ["2026-11-20T17:00:00.000Z", "2026-11-20T17:00:00.000Z"],
  ["2026-11-21T16:59:59.999Z", "2026-11-20T17:00:00.000Z"],
  ["2026-11-21T17:00:00.000Z", "2026-11-21T17:00:00.000Z"],
  ["2026-12-31T20:00:00.000Z", "2026-12-31T17:00:00.000Z"],
  ["2028-02-28T17:00:00.000Z", "2028-02-28T17:00:00.000Z"],
])("at %s the day in Bangkok began at %s", (now, began) => {
  expect(startOfBangkokDay(new Date(now)).toISOString()).toBe(began)
})
