import { canPayBack } from "../ask/pay-back"
import type { Payment } from "../../payments/payment"
import { aPayment } from "../../payments/__tests__/payment"

const ARRIVED: Partial<Payment> = {
  state: "succeeded",
  issue: "amount_mismatch",
}

const options = (mode: "withdraw" | "off") =>
  ({ refunds: { mode } }) as Parameters<typeof canPayBack>[0]

it.each<[string, boolean, Partial<Payment>]>([
  ["of a wrong amount", true, {}],
  ["of an order that was rolled back", true, { issue: "order_rolled_back" }],
  ["that did not come", false, { state: "open", issue: "qr_amount_mismatch" }],
  ["without an issue", false, { issue: null }],
  ["that its order has", false, { settled_at: new Date() }],
  ["that somebody has seen to", false, { resolved_at: new Date() }],
  ["that goes back", false, { paying_back_since: new Date() }],
  ["in another currency", false, { issue: "currency_mismatch" }],
  ["of somebody else's payment", false, { issue: "unknown_reference" }],
])("money %s can go back: %s", (_, expected, differences) => {
  const payment = aPayment({ ...ARRIVED, ...differences })
  expect(canPayBack(options("withdraw"), payment)).toBe(expected)
})

it("no money goes back where refunds are off", () => {
  expect(canPayBack(options("off"), aPayment(ARRIVED))).toBe(false)
})
