import { eventOfChange } from "../store/news"

it.each([
  [null, "requires_approval", "user_1", "waits_for_approval"],
  [null, "approved", "user_1", "approved"],
  ["requires_approval", "approved", "user_1", "approved"],
  ["sending", "approved", "system", null],
  ["unknown", "approved", "system", null],
  ["approved", "sending", "system", null],
  ["processing", "paid", "gateway", "paid"],
  ["canceled", "paid", "gateway", "paid"],
  ["processing", "failed", "gateway", "failed"],
  ["approved", "failed", "system", "failed"],
  ["pending", "canceled", "gateway", "failed"],
  ["pending", "canceled", "user_1", null],
  ["requires_approval", "rejected", "user_1", "rejected"],
  ["paid", "failed", "gateway", "returned"],
  ["paid", "canceled", "gateway", "returned"],
  ["paid", "paid", "user_1", null],
  ["failed", "failed", "user_1", null],
] as const)(
  "from %s to %s by %s tells %s",
  (from_state, to_state, actor, event) => {
    expect(eventOfChange({ from_state, to_state, actor })).toBe(
      event && `one2pays.withdraw.${event}`
    )
  }
)
