/**
 * @typedef {object} Intent what changes in the life of one
 * @property {string} id
 * @property {number} amount in satang
 * @property {string} currency lower case
 * @property {string} status
 * @property {Record<string, string>} metadata
 */

/**
 * A Stripe PaymentIntent for PromptPay with every key that the API answers, so that it weighs what a true one weighs.
 * @param {Intent} intent
 */
export function paymentIntentObject({
  id,
  amount,
  currency,
  status,
  metadata,
}) {
  const isConfirmed = status === "processing" || status === "succeeded"
  return {
    id,
    object: "payment_intent",
    amount,
    amount_capturable: 0,
    amount_details: { tip: {} },
    amount_received: status === "succeeded" ? amount : 0,
    application: null,
    application_fee_amount: null,
    automatic_payment_methods: null,
    canceled_at: status === "canceled" ? 1_795_200_000 : null,
    cancellation_reason: null,
    capture_method: "automatic",
    client_secret: `${id}_secret_Uq2Zc0x1mPZ1aGZyQ5a1bW3vT`,
    confirmation_method: "automatic",
    created: 1_795_200_000,
    currency,
    customer: null,
    description: null,
    last_payment_error: null,
    latest_charge: status === "succeeded" ? id.replace("pi_", "py_") : null,
    livemode: false,
    metadata,
    next_action: null,
    on_behalf_of: null,
    payment_method: isConfirmed ? promptPayMethod : null,
    payment_method_configuration_details: null,
    payment_method_options: { promptpay: {} },
    payment_method_types: ["promptpay"],
    processing: null,
    receipt_email: null,
    review: null,
    setup_future_usage: null,
    shipping: null,
    source: null,
    statement_descriptor: null,
    statement_descriptor_suffix: null,
    status,
    transfer_data: null,
    transfer_group: null,
  }
}

const promptPayMethod = {
  id: "pm_1SZq2Zc0x1mPZ1aGZyQ5a1bW",
  object: "payment_method",
  allow_redisplay: "unspecified",
  billing_details: {
    address: null,
    email: "somchai@example.com",
    name: "Somchai Jaidee",
    phone: null,
    tax_id: null,
  },
  created: 1_795_200_000,
  customer: null,
  livemode: false,
  metadata: {},
  promptpay: {},
  type: "promptpay",
}
