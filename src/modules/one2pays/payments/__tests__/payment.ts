import { NO_ISSUE } from "../../issues/__tests__/no-issue"
import type { OrderFacts } from "../../core/order-facts"
import type { Payment } from "../payment"

/** The facts of an order that owes THB 1,290.50 through its one payment collection, with the changes of a test. */
export function anOrder({
  owed = "1290.50",
  ...differences
}: Partial<OrderFacts> = {}): OrderFacts {
  return {
    id: "order_1",
    display_id: 1,
    canceled: false,
    currency_code: "thb",
    paid: "0.00",
    was_paid: false,
    held: "0.00",
    surplus: "0.00",
    owed,
    exact_owed: owed,
    collections: [
      {
        id: "pay_col_1",
        open_amount: owed,
        exact_owed: owed,
        exact_due: owed,
        is_taken: false,
        chosen_otherwise: false,
      },
    ],
    ...differences,
  }
}

/** A row of the payments table that waits for its money, with the changes that a test makes. */
export function aPayment(differences: Partial<Payment> = {}): Payment {
  return {
    id: "o2ppay_1",
    session_id: "payses_1",
    payment_collection_id: "pay_col_1",
    order_id: "order_1",
    attempt: 1,
    busy_until: null,
    look_at: null,
    look_step: 0,
    reference_id: "order_1",
    idempotency_key: "833bc9fe-98c1-58f7-abd7-0b73bcddf95e",
    gateway_payment_id: "550e8400-e29b-41d4-a716-446655440000",
    state: "open",
    gateway_status: "processing",
    amount: "1290.50",
    asked_amount: null,
    currency_code: "thb",
    payment_method: "promptpay",
    payer_name: "สมชาย ใจดี",
    payer_bank_code: "004",
    payer_last4: "7890",
    payer_sealed: "s1.sealed",
    first_payer: null,
    remember_for: null,
    next_action: null,
    expires_at: new Date("2026-01-01T12:30:00.000Z"),
    gateway_created_at: new Date("2026-01-01T12:00:00.000Z"),
    claimed_at: null,
    searched_to: null,
    settled_at: null,
    owed_back: null,
    owed_back_told: null,
    ended_at: null,
    replaced_at: null,
    closed_at: null,
    kept_unpaid_at: null,
    paid_back_at: null,
    ...NO_ISSUE,
    cancel_requested_at: null,
    replace_requested_at: null,
    created_at: new Date("2026-01-01T12:00:00.000Z"),
    updated_at: new Date("2026-01-01T12:00:00.000Z"),
    ...differences,
  }
}
