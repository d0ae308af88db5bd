import type { Withdraw } from "../withdraw"
import { owedBack } from "../ask/owed-back"

const NOW = new Date("2026-11-21T12:00:00.000Z")
const LONG_AGO = new Date("2026-11-21T11:59:00.000Z")
const JUST_NOW = new Date("2026-11-21T11:59:00.001Z")

const PAYMENT = { id: "o2ppay_1", amount: "337.59" }

const withdraw = (
  state: Withdraw["state"],
  amount: string,
  issue: Withdraw["issue"] = null
) => ({
  payment_id: "o2ppay_1",
  refund_id: "ref_1",
  state,
  amount,
  issue,
})

const owed = (
  amount: string,
  withdraws: ReturnType<typeof withdraw>[] = [],
  created_at = LONG_AGO
) =>
  owedBack(
    PAYMENT,
    {
      order_id: "order_1",
      session_id: "payses_1",
      amount,
      refunds: [{ id: "ref_2", amount: "100", created_at }],
    },
    withdraws,
    NOW
  )

it.each([
  ["nothing", "0", [], "0.00"],
  ["all of it", "300", [], "300.00"],
  ["no more than was paid", "1000", [], "337.59"],
  // Core keeps 337.585, and the gateway takes satang.
  ["all of a total with fractions", "337.585", [], "337.59"],
  [
    "nothing where a total with fractions went back",
    "337.585",
    [withdraw("paid", "337.59")],
    "0.00",
  ],
  ["what no refund pays", "300", [withdraw("paid", "99.99")], "200.01"],
  [
    "nothing that waits",
    "300",
    [withdraw("requires_approval", "100"), withdraw("approved", "200")],
    "0.00",
  ],
  [
    "nothing that has an issue of its own",
    "300",
    [withdraw("failed", "300", "refund_failed")],
    "0.00",
  ],
  [
    "what Medusa took back and booked anew",
    "300",
    [withdraw("canceled", "300")],
    "300.00",
  ],
  [
    "what was late before it was taken back",
    "300",
    [withdraw("canceled", "300", "delayed")],
    "300.00",
  ],
  [
    "what another payment's refund pays",
    "300",
    [{ ...withdraw("paid", "300"), payment_id: "o2ppay_2" }],
    "300.00",
  ],
])("owes %s", (_, amount, withdraws, expected) => {
  expect(owed(amount, withdraws)).toBe(expected)
})

it("does not owe yet what Medusa may be about to ask for", () => {
  expect(owed("300", [], JUST_NOW)).toBe("200.00")
})
