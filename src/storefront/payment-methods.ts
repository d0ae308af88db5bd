import { languageHeader, type StoreSdk } from "./store-sdk"
import type { PaymentMethod, RequestOptions } from "./payment"

/** What a shop takes now. */
export interface PaymentOffer {
  /** The first one first. None for an amount that the shop does not take. */
  payment_methods: PaymentMethod[]
  /** The codes of the banks that the shop takes; null for all. See `banksOf`. */
  banks: string[] | null
  /** Baht. Null without a bound. */
  min_amount: number | null
  max_amount: number | null
  /** Why the shop takes no such amount, in words for the customer. Null where it does. */
  unavailable: { code: string; message: string } | null
}

export interface OfferOptions extends RequestOptions {
  /** What the customer is going to pay, in baht: `cart.total`. */
  amount?: number
}

/** Asks what the shop takes now. */
export function fetchPaymentOffer(
  sdk: StoreSdk,
  { amount, signal, locale }: OfferOptions = {}
): Promise<PaymentOffer> {
  const query = amount === undefined ? "" : `?amount=${amount}`
  return sdk.client.fetch<PaymentOffer>(
    `/store/one2pays/payment-methods${query}`,
    { signal, headers: languageHeader(locale) }
  )
}

/**
 * The payment methods that the shop offers now, the first one first. Bank transfer is not among them while the shop has not
 * found out in which unit its account counts.
 */
export async function listPaymentMethods(
  sdk: StoreSdk,
  options: OfferOptions = {}
): Promise<PaymentMethod[]> {
  return (await fetchPaymentOffer(sdk, options)).payment_methods
}
