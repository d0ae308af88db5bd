export type PaymentMethod = "promptpay" | "bank_transfer"

export type PaymentStatus =
  | "awaiting_payment"
  | "processing"
  | "paid"
  | "expired"
  | "failed"
  | "canceled"
  | "under_review"

/** What the customer has to do now. */
export interface NextAction {
  type: "qr" | "redirect" | "transfer"
  /** The text inside the QR code, for a shop that draws its own. */
  qr_payload?: string
  /** The QR code as an `<svg>` element. */
  qr_svg?: string
  /** The gateway's payment page, which opens the banking app on a phone. */
  url?: string
  /** ISO 8601 */
  expires_at?: string
}

/** The answer of `GET /store/one2pays/orders/:id`. */
export interface One2PaysPayment {
  order_id: string
  status: PaymentStatus
  /** Baht: 1290.5 is ฿1,290.50. */
  amount: number
  currency_code: string
  payment_method: PaymentMethod
  reference_id: string
  next_action: NextAction | null
  /** ISO 8601 */
  expires_at: string | null
  /** Whether the order may still be paid by a new attempt. */
  can_retry: boolean
  /** The status in words for the customer, in the language of the request. */
  message: string
}

/** What is used of `@medusajs/js-sdk`; any client of the same shape will do. */
export interface StoreSdk {
  client: {
    fetch<T>(path: string, init?: { signal?: AbortSignal }): Promise<T>
  }
}

/**
 * Reads the payment of an order once. Rejects with the SDK's own error; its `status` is 404 when the order has no
 * One2Pays payment.
 */
export async function fetchPayment(
  sdk: StoreSdk,
  orderId: string,
  { signal }: { signal?: AbortSignal } = {}
): Promise<One2PaysPayment> {
  const { payment } = await sdk.client.fetch<{ payment: One2PaysPayment }>(
    `/store/one2pays/orders/${encodeURIComponent(orderId)}`,
    { signal }
  )
  return payment
}
