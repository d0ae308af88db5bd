import type { PayerDetails } from "./payer"
import {
  paymentPath,
  type One2PaysPayment,
  type PaymentAnswer,
  type PaymentMethod,
  type RequestOptions,
} from "./payment"
import { ONE2PAYS_PROVIDER_ID } from "./provider"
import { languageHeader, type StoreSdk } from "./store-sdk"

/** How a customer wants to pay, and from which account. */
export interface PaymentChoice {
  payment_method: PaymentMethod
  payer: PayerDetails
  /** Id of a `SavedPayer` that is chosen in place of `payer`, as a form has it that keeps what was typed; else null. */
  saved_payer?: string | null
  /** Remember the account for the customer who is logged in, who has agreed to that. */
  save_payer?: boolean
}

/** How a customer who is logged in wants to pay, and from which of their accounts (`listSavedPayers`). */
export interface SavedPaymentChoice {
  payment_method: PaymentMethod
  /** Id of a `SavedPayer`. */
  saved_payer: string
}

/** What is needed of a cart. Without a payment collection it gets one. */
export interface PayableCart {
  id: string
  payment_collection?: { id: string } | null
}

/** What is told of the cart's payment collection; Medusa's answer holds more. */
export interface CartPaymentCollection {
  id: string
  payment_sessions?: { id: string; provider_id: string; status: string }[]
}

export interface CreatePaymentOptions extends RequestOptions {
  /** If the provider's entry in medusa-config has another id than `one2pays`. */
  providerId?: string
}

/**
 * Chooses One2Pays for a cart, with the payer's details. To be called again when the customer changes them, one call
 * after the other: the last one counts. The gateway hears of it only when the cart is completed. Rejects with the SDK's own error, for which
 * `describeError` has a sentence.
 */
export async function createPayment(
  sdk: StoreSdk,
  cart: PayableCart,
  choice: PaymentChoice | SavedPaymentChoice,
  { providerId = ONE2PAYS_PROVIDER_ID, ...options }: CreatePaymentOptions = {}
): Promise<CartPaymentCollection> {
  const collectionId =
    cart.payment_collection?.id ??
    (await post(sdk, "", { cart_id: cart.id }, options)).id
  return post(
    sdk,
    `/${encodeURIComponent(collectionId)}/payment-sessions`,
    { provider_id: providerId, data: dataOf(choice) },
    options
  )
}

/**
 * Makes another payment for an order whose last one has ended unpaid (`can_retry`). Without a choice, the method and
 * payer of the last one serve again. Rejects with status 409 when the order is paid, canceled, or still has a payment
 * to be paid, and 503 when the gateway cannot be asked.
 */
export async function retryPayment(
  sdk: StoreSdk,
  orderId: string,
  choice: Partial<PaymentChoice> | SavedPaymentChoice = {},
  { signal, locale }: RequestOptions = {}
): Promise<One2PaysPayment> {
  const { payment } = await sdk.client.fetch<PaymentAnswer>(
    `${paymentPath(orderId)}/payments`,
    {
      method: "POST",
      body: dataOf(choice),
      signal,
      headers: languageHeader(locale),
    }
  )
  return payment
}

/** Nothing of a form's other fields. */
function dataOf({
  payment_method,
  payer,
  saved_payer,
  save_payer,
}: Partial<PaymentChoice>): Record<string, unknown> {
  const account =
    saved_payer != null
      ? { saved_payer }
      : { ...(payer && { payer }), ...(save_payer && { save_payer: true }) }
  return { ...(payment_method && { payment_method }), ...account }
}

async function post(
  sdk: StoreSdk,
  path: string,
  body: Record<string, unknown>,
  { signal, locale }: RequestOptions
): Promise<CartPaymentCollection> {
  const { payment_collection } = await sdk.client.fetch<{
    payment_collection: CartPaymentCollection
  }>(`/store/payment-collections${path}`, {
    method: "POST",
    body,
    signal,
    headers: languageHeader(locale),
  })
  return payment_collection
}
