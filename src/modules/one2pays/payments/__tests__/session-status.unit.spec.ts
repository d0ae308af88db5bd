import type { Settlement } from "../settlement"
import { toSessionStatus } from "../session-status"

describe("toSessionStatus", () => {
  it.each<[Settlement, string]>([
    [{ kind: "settle" }, "captured"],
    [{ kind: "already_settled" }, "captured"],
    [{ kind: "not_final" }, "pending_authorization"],
    [{ kind: "ended", state: "expired" }, "canceled"],
    [{ kind: "ended", state: "canceled" }, "canceled"],
    [{ kind: "ended", state: "failed" }, "error"],
  ])("answers %j with %s", (settlement, expected) => {
    expect(toSessionStatus(settlement, null)).toBe(expected)
  })

  it.each([
    "amount_mismatch",
    "currency_mismatch",
    "order_rolled_back",
    "paid_after_cancel",
    "paid_twice",
    "qr_amount_mismatch",
    "unknown_reference",
  ] as const)("leaves the order waiting while %s is with a person", (issue) => {
    expect(toSessionStatus({ kind: "issue", issue, message: null }, null)).toBe(
      "pending_authorization"
    )
  })

  it.each<[Settlement, string]>([
    [{ kind: "not_final" }, "canceled"],
    [{ kind: "issue", issue: "paid_after_cancel", message: null }, "canceled"],
    [{ kind: "already_settled" }, "captured"],
  ])("lets no session of a canceled order wait: %j", (settlement, expected) => {
    expect(toSessionStatus(settlement, { canceled: true })).toBe(expected)
  })

  it("stops at an unknown settlement, instead of guessing", () => {
    expect(() =>
      toSessionStatus({ kind: "refunded" } as unknown as Settlement, null)
    ).toThrow("unknown settlement")
  })
})
