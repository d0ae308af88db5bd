import type { GatewayPayment } from "../../../../gateway"
import { findSurplus } from "../match"
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
  expect(findSurplus(settled, shown({}))).toBeNull()
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
  const issue = findSurplus(settled, shown(differences))
  expect(issue?.code).toBe(code)
  expect((issue?.message.values as { surplus?: string }).surplus).toBe(surplus)
})
