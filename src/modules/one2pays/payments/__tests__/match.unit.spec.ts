import type { GatewayPayment } from "../../../../gateway"
import { findSurplus, matchPayment } from "../judge/match"
import type { Payment } from "../payment"
import { aPayment } from "./payment"

const settled = aPayment({ state: "succeeded", settled_at: new Date() })

const shown = (differences: Partial<GatewayPayment>) =>
  ({
    id: "550e8400-e29b-41d4-a716-446655440000",
    amount: settled.amount,
    gatewayAmount: "129050.00",
    currency: "THB",
    status: "succeeded",
    referenceId: settled.reference_id,
    metadata: { session_id: settled.session_id },
    ...differences,
  }) as GatewayPayment

it("finds nothing in a settled payment that shows its own money", () => {
  expect(findSurplus(settled, shown({}), "0")).toBeNull()
})

it.each([
  ["twice the money", { amount: "2581.00" }, "paid_twice", "1290.50"],
  ["a satang more", { amount: "1290.51" }, "paid_twice", "0.01"],
  ["less money", { amount: "290.50" }, "amount_mismatch", undefined],
  ["no success any more", { status: "canceled" }, "amount_mismatch", undefined],
  [
    "another reference",
    { referenceId: "order_2" },
    "unknown_reference",
    undefined,
  ],
])("finds %s", (_, differences, code, surplus) => {
  const issue = findSurplus(settled, shown(differences), "0")
  expect(issue?.code).toBe(code)
  expect((issue?.message.values as { surplus?: string }).surplus).toBe(surplus)
})

it("finds nothing in the satang that the gateway added, and all beyond them", () => {
  const asked = { ...settled, asked_amount: "1290.57" }
  for (const amount of ["1290.50", "1290.57"]) {
    expect(findSurplus(asked, shown({ amount }), "0")).toBeNull()
  }
  const twice = findSurplus(asked, shown({ amount: "2581.14" }), "0")
  expect(twice?.message.values).toMatchObject({ surplus: "1290.57" })
})

it("takes the added satang for the order's money, and no others", () => {
  const open = aPayment({ asked_amount: "1290.57" })
  const issueOf = (amount: string) =>
    matchPayment(open, shown({ amount }), "satang").issue?.code
  expect(issueOf("1290.57")).toBeUndefined()
  expect(issueOf("1290.50")).toBeUndefined()
  expect(issueOf("1290.58")).toBe("amount_mismatch")
})

const paidBack = { paid_back_at: new Date(), resolved_at: new Date() }
const closed = { resolved_at: new Date() }
const about = (received: string): Partial<Payment> => ({
  issue: "amount_mismatch",
  issue_message: { key: "other_amount", values: { received } },
})

it.each<[string, Partial<Payment>, string, string, string | null]>([
  ["that went back", { settled_at: new Date() }, "100.00", "1390.50", null],
  [
    "that came after it went back",
    { settled_at: new Date() },
    "100",
    "1400.50",
    "10.00",
  ],
  [
    "of an order's that never took it",
    { ...paidBack, ...about("50.00") },
    "50",
    "50.00",
    null,
  ],
  [
    "after all went back",
    { ...paidBack, ...about("50.00") },
    "50",
    "80.00",
    "30.00",
  ],
  [
    "for which staff closed the issue",
    { ...closed, ...about("50.00") },
    "0",
    "50.00",
    null,
  ],
  [
    "with satang that the gateway added, for which staff closed the issue",
    {
      ...closed,
      asked_amount: "1290.57",
      issue_message: { key: "order_canceled", values: { amount: "1290.50" } },
    },
    "0",
    "1290.57",
    null,
  ],
  [
    "after staff closed the issue",
    { ...closed, ...about("50.00") },
    "0",
    "60.00",
    "10.00",
  ],
])(
  "of money %s, only what nobody knows is too much",
  (_, differences, wentBack, amount, surplus) => {
    const payment = aPayment({ state: "succeeded", ...differences })
    const issue = findSurplus(payment, shown({ amount }), wentBack)
    expect(issue?.message.values.surplus ?? null).toBe(surplus)
    expect(issue?.code ?? null).toBe(surplus && "paid_twice")
  }
)
