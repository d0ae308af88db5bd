import type { Attempt } from "../payment-store"

/** A row of the payments table, waiting to be paid, with whatever a test makes different about it. */
export function anAttempt(differences: Partial<Attempt> = {}): Attempt {
  return {
    id: "o2ppay_1",
    session_id: "payses_1",
    payment_collection_id: "pay_col_1",
    order_id: "order_1",
    attempt: 1,
    reference_id: "order_1",
    gateway_payment_id: "550e8400-e29b-41d4-a716-446655440000",
    state: "open",
    gateway_status: "processing",
    amount: "1290.50",
    currency_code: "thb",
    payment_method: "promptpay",
    payer_name: "สมชาย ใจดี",
    payer_bank_code: "004",
    payer_last4: "7890",
    payer_sealed: "s1.sealed",
    next_action: null,
    expires_at: new Date("2026-01-01T12:30:00.000Z"),
    settled_at: null,
    issue: null,
    issue_detail: null,
    cancel_requested_at: null,
    created_at: new Date("2026-01-01T12:00:00.000Z"),
    updated_at: new Date("2026-01-01T12:00:00.000Z"),
    ...differences,
  }
}
