import type { PaymentMethod, RequestOptions } from "./payment"
import type { StoreSdk } from "./store-sdk"

/**
 * The payment methods that the shop offers now, the first one first. Bank transfer is not among them while the shop has not
 * found out in which unit its account counts.
 */
export async function listPaymentMethods(
  sdk: StoreSdk,
  { signal }: Pick<RequestOptions, "signal"> = {}
): Promise<PaymentMethod[]> {
  const { payment_methods } = await sdk.client.fetch<{
    payment_methods: PaymentMethod[]
  }>("/store/one2pays/payment-methods", { signal })
  return payment_methods
}
