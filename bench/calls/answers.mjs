import { paymentIntentObject } from "../gateways/payment-intent.mjs"

export const REFERENCE = "order_01KAH3T4Y5Z6A7B8C9D0E1F2G3"
export const PAYMENT_ID = "0d4f6a52-4a4f-4c0e-9a53-0d6f7a2f1c11"
export const INTENT_ID = "pi_3SZq2Zc0x1mPZ1aG0hY7k2Qd"

const intent = JSON.stringify(
  paymentIntentObject({
    id: INTENT_ID,
    amount: 129_050,
    currency: "thb",
    status: "requires_payment_method",
    metadata: { order_id: REFERENCE },
  })
)

/** @param {string} note */
const payment = (note) =>
  JSON.stringify({
    success: true,
    data: {
      id: PAYMENT_ID,
      amount: "129050.00",
      currency: "THB",
      status: "processing",
      paymentMethod: "promptpay",
      referenceId: REFERENCE,
      description: "Order #1042",
      metadata: { order_id: REFERENCE, note },
      clientSecret: null,
      nextAction: {
        type: "display_qr_code",
        paymentAppUrl: "https://pay.example.com/pay/token_5f0c1d2e3b4a",
        qrCode: {
          payload:
            "00020101021229370016A000000677010111011300000000000005802TH530376454071290.506304A1B2",
          promptpayId: "0000000000",
          expiresAt: "2026-11-21T03:30:00.000Z",
        },
      },
      confirmedAt: null,
      capturedAt: null,
      canceledAt: null,
      expiresAt: "2026-11-21T03:30:00.000Z",
      createdAt: "2026-11-21T03:00:00.000Z",
      updatedAt: "2026-11-21T03:00:00.000Z",
    },
  })

/** What the server answers to every call of the one and the other: JSON of the same length. */
export const answers = {
  stripe: Buffer.from(intent),
  one2pays: Buffer.from(
    payment("x".repeat(intent.length - payment("").length))
  ),
}
