import type { One2PaysPayment } from "../../src/storefront"

/** The payment of an order, as a shop answers it that a test plays. */
export const PAYMENT = {
  order_id: "order_1",
  status: "awaiting_payment",
  amount: 1290.5,
  currency_code: "thb",
  payment_method: "promptpay",
  reference_id: "order_1",
  payer: { bank_code: "004", last4: "7890" },
  next_action: null,
  expires_at: null,
  expires_in: null,
  can_retry: false,
  message: "The shop's message.",
} as const satisfies One2PaysPayment
