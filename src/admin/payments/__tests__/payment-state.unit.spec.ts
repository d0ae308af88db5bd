import { canceledText, viewOf } from "../payment-state"
import type { Payment } from "../payments"

const NOW = new Date("2026-11-21T12:00:00Z")

const payment = (differences: Partial<Payment>): Payment => ({
  id: "o2ppay_1",
  order_id: "order_1",
  attempt: 1,
  reference_id: "order_1",
  gateway_payment_id: "pay_1",
  payment_session_id: "payses_1",
  state: "open",
  gateway_status: "pending",
  amount: 1290.5,
  asked_amount: 1290.5,
  received: null,
  currency_code: "thb",
  payment_method: "promptpay",
  payer: { account_name: "Somsri", bank_code: "004", last4: "7890" },
  first_payer: null,
  warnings: [],
  issue: null,
  can_pay_back: false,
  pay_back_amount: null,
  cancel_requested_at: null,
  payment_url: null,
  expires_at: "2026-11-21T12:30:00Z",
  settled_at: null,
  ended_at: null,
  replaced_at: null,
  created_at: "2026-11-21T11:59:00Z",
  updated_at: "2026-11-21T11:59:00Z",
  ...differences,
})

const AT_NOON = "2026-11-21T12:00:00Z"

const issue = (code: NonNullable<Payment["issue"]>["code"]) => ({
  code,
  detail: "",
  raised_at: "2026-11-21T12:00:00Z",
  resolved_at: null,
  resolved_by: null,
  resolution: null,
  pay_back_id: null,
  paying_back_since: null,
  owed: null,
})

const closed = (code: Parameters<typeof issue>[0]) => ({
  ...issue(code),
  resolved_at: AT_NOON,
})

describe("what staff see of a payment", () => {
  it.each([
    ["preparing", { state: "initiated" }],
    ["preparing", { state: "creating" }],
    ["canceling", { state: "creating", cancel_requested_at: AT_NOON }],
    ["awaiting", {}],
    ["awaiting", { expires_at: null }],
    ["expired", { expires_at: "2026-11-21T12:00:00Z" }],
    ["canceling", { cancel_requested_at: "2026-11-21T11:00:00Z" }],
    ["expired", { state: "expired" }],
    ["failed", { state: "failed" }],
    ["canceled", { state: "canceled" }],
    ["arrived", { state: "succeeded" }],
    ["paid", { state: "succeeded", settled_at: "2026-11-21T12:00:00Z" }],
    ["review", { state: "succeeded", issue: issue("paid_twice") }],
    [
      "review",
      {
        state: "succeeded",
        settled_at: AT_NOON,
        issue: issue("amount_mismatch"),
      },
    ],
    ["arrived", { state: "succeeded", issue: closed("paid_twice") }],
    [
      "paid",
      {
        state: "succeeded",
        settled_at: AT_NOON,
        issue: closed("amount_mismatch"),
      },
    ],
    ["canceled", { state: "canceled", issue: closed("qr_amount_mismatch") }],
  ] as const)("%s: %j", (view, differences) => {
    expect(viewOf(payment(differences), NOW)).toBe(view)
  })
})

describe("what staff are told when they have canceled a payment", () => {
  it.each([
    ["payments.cancelLater", { cancel_requested_at: AT_NOON }],
    [
      "payments.cancelLater",
      { state: "creating", cancel_requested_at: AT_NOON },
    ],
    ["common.done", { state: "canceled", cancel_requested_at: AT_NOON }],
    ["common.done", { state: "expired" }],
  ] as const)("%s: %j", (text, differences) => {
    expect(canceledText(payment(differences))).toBe(text)
  })
})
