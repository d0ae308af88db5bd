import { paymentPath, type RequestOptions } from "./payment"
import { languageHeader, type StoreSdk } from "./store-sdk"

/** What the payment link of an order asks for, which Medusa's dashboard copies. */
export interface PaymentLinkAnswer {
  /** Id of the payment collection. */
  id: string
  order_id: string
  /** The order's number. */
  display_id: number | null
  /** Baht. 0 where nothing is left to pay. */
  amount: number
  currency_code: string
  /**
   * Whether `PaymentPanel` and `watchPayment` show what the customer has to see: a payment of the order that goes on, or
   * that nothing is left to pay. Else the link asks for a payment.
   */
  is_chosen: boolean
}

/**
 * Reads what a payment link asks for. Its address is `/payment-collection/:id?order_id=:orderId`. It rejects with the
 * SDK's own error, whose `status` is 404 when there is no such link.
 */
export async function fetchPaymentLink(
  sdk: StoreSdk,
  orderId: string,
  collectionId: string,
  { signal, locale }: RequestOptions = {}
): Promise<PaymentLinkAnswer> {
  const { payment_link } = await sdk.client.fetch<{
    payment_link: PaymentLinkAnswer
  }>(
    `${paymentPath(orderId)}/payment-collections/${encodeURIComponent(collectionId)}`,
    { signal, headers: languageHeader(locale) }
  )
  return payment_link
}
