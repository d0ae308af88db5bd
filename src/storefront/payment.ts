import { languageHeader, type StoreRequest, type StoreSdk } from "./store-sdk"
import { timeLeft } from "./time-left"

/** Every way to pay that One2Pays has. A shop may offer fewer. */
export const PAYMENT_METHODS = ["promptpay", "bank_transfer"] as const

export type PaymentMethod = (typeof PAYMENT_METHODS)[number]

export type PaymentStatus =
  | "awaiting_payment"
  | "processing"
  | "paid"
  | "partially_paid"
  | "refunded"
  | "expired"
  | "failed"
  | "canceled"
  | "under_review"

/** The customer's next step. */
export interface NextAction {
  type: "qr" | "redirect" | "transfer"
  /** The text in the QR code, for a shop that draws its own. */
  qr_payload?: string
  /** The QR code as an `<svg>` element. */
  qr_svg?: string
  /** The gateway's payment page, which opens the banking app on a phone. */
  url?: string
  /** ISO 8601 */
  expires_at?: string
}

/** A payment of an order in its customer's view. */
export interface One2PaysPayment {
  order_id: string
  status: PaymentStatus
  /** Baht: 1290.5 is ฿1,290.50. */
  amount: number
  /** Baht that have to be paid exactly, where One2Pays added some satang to tell payers apart. Absent for any other. */
  amount_to_pay?: number
  currency_code: string
  payment_method: PaymentMethod
  reference_id: string
  /** The account that the customer pays from. Null once nothing can be paid any more. */
  payer: { bank_code: string; last4: string } | null
  next_action: NextAction | null
  /** The shop's name, for the QR card. Absent where the shop has not told it. */
  merchant_name?: string
  /** ISO 8601 */
  expires_at: string | null
  /**
   * The seconds that were left to pay when the answer came, see `timeLeft`. Null once nothing can be paid any more, and
   * without a limit.
   */
  expires_in: number | null
  /** Whether the customer may make another payment for the order. */
  can_retry: boolean
  /** Baht that came for it, where it is paid or under review. Absent for any other. */
  received?: number
  /** When its money made the order paid, in ISO 8601. Absent for any other. */
  paid_at?: string
  /** Baht that are left to pay of an order that was paid in part. Absent for any other. */
  rest?: number
  /** Baht that came beyond what the order asks for. Absent when nothing did. */
  surplus?: number
  /** The status in words for the customer, in the language of the request. */
  message: string
}

export const hasEndedUnpaid = ({ status }: One2PaysPayment): boolean =>
  status === "expired" || status === "failed" || status === "canceled"

/**
 * Whether the payment can change no more. `under_review` can: a person decides, and the order may still become paid.
 */
export const isFinal = ({ status, can_retry }: One2PaysPayment): boolean =>
  status === "paid" ||
  status === "refunded" ||
  (!can_retry && (status === "failed" || status === "canceled"))

/** The gateway is closed for maintenance, and the payment in the same answer may be out of date. */
export interface Maintenance {
  /** A sentence for the customer, in the language of the request. */
  message: string
  /** The time at which the shop asks the gateway again. ISO 8601 */
  retry_at: string
}

/** The answer of `GET /store/one2pays/orders/:id`. */
export interface PaymentAnswer {
  payment: One2PaysPayment
  maintenance: Maintenance | null
}

export interface RequestOptions {
  signal?: AbortSignal
  /** The language of the texts in the answer. Default: the SDK's, then the browser's. */
  locale?: string
}

/**
 * Reads the payment of an order once. It rejects with the SDK's own error, whose `status` is 404 when the order has no
 * One2Pays payment. An answer without a payment is an error, too.
 */
export async function fetchPaymentAnswer(
  sdk: StoreSdk,
  orderId: string,
  {
    signal,
    locale,
    cache = "reload",
  }: RequestOptions & Pick<StoreRequest, "cache"> = {}
): Promise<PaymentAnswer> {
  const answer = await sdk.client.fetch<Unchecked>(paymentPath(orderId), {
    signal,
    headers: languageHeader(locale),
    // No cache may answer in the shop's place, nor bring back the time that was left before.
    cache,
  })
  if (typeof answer?.payment?.status !== "string") {
    throw new Error("[one2pays] the shop's answer holds no payment")
  }
  timeLeft((answer as PaymentAnswer).payment)
  return answer as PaymentAnswer
}

/** The answer before its check: a proxy may have answered in the shop's place. */
type Unchecked = { payment?: Partial<One2PaysPayment> | null } | null

/** Reads the payment as `fetchPaymentAnswer` does, without a maintenance. */
export async function fetchPayment(
  sdk: StoreSdk,
  orderId: string,
  options?: RequestOptions
): Promise<One2PaysPayment> {
  return (await fetchPaymentAnswer(sdk, orderId, options)).payment
}

/** The path that reads an order's payment. `/payments` below it makes another. */
export const paymentPath = (orderId: string): string =>
  `/store/one2pays/orders/${encodeURIComponent(orderId)}`
