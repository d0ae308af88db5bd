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
import { timeLeft } from "./time-left"

/** The method and the account with which a customer wants to pay. */
export interface PaymentChoice {
  payment_method: PaymentMethod
  payer: PayerDetails
  /** Id of a `SavedPayer` that replaces `payer`, in a form that keeps the typed account too; otherwise null. */
  saved_payer?: string | null
  /** Remembers the account for the customer, who is logged in and has agreed to that. */
  save_payer?: boolean
}

/** The method and the remembered account (`listSavedPayers`) with which a customer who is logged in wants to pay. */
export interface SavedPaymentChoice {
  payment_method: PaymentMethod
  /** Id of a `SavedPayer`. */
  saved_payer: string
}

/** The parts of a cart that `createPayment` needs. A cart without a payment collection gets one. */
export interface PayableCart {
  id: string
  payment_collection?: { id: string } | null
}

/** The payment collection of a payment link, without a cart: see `fetchPaymentLink`. */
export interface PayableCollection {
  id?: undefined
  payment_collection: { id: string }
}

/** The cart's payment collection. Medusa's answer holds more than this. */
export interface CartPaymentCollection {
  id: string
  payment_sessions?: { id: string; provider_id: string; status: string }[]
}

export interface CreatePaymentOptions extends RequestOptions {
  /** Needed where the provider's entry in medusa-config has another id than `one2pays`. */
  providerId?: string
}

export interface RetryOptions extends RequestOptions {
  /**
   * The `reference_id` of a payment that the customer gives up for one from the account of the choice, though they can
   * still pay it. 409 (`one2pays_payment_open`) when the order has another one by now.
   */
  replace?: string
}

/**
 * Chooses One2Pays for a cart or a payment link, with the payer's details. Call it again when the customer changes them,
 * one call after the other: the last one counts. The gateway hears of a cart's payment only when the customer completes
 * the cart. It rejects with the SDK's own error, for which `describeError` has a sentence.
 */
export async function createPayment(
  sdk: StoreSdk,
  cart: PayableCart | PayableCollection,
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
 * Makes another payment for an order whose last one has ended unpaid, or over the rest of an order that was paid in part
 * (`can_retry`). Without a choice, the method and payer of the last one serve again. It rejects with status 409 when the order is paid, is canceled, or still has a
 * payment that the customer can pay, and with 503 when the shop cannot ask the gateway.
 */
export async function retryPayment(
  sdk: StoreSdk,
  orderId: string,
  choice: Partial<PaymentChoice> | SavedPaymentChoice = {},
  { signal, locale, replace }: RetryOptions = {}
): Promise<One2PaysPayment> {
  const { payment } = await sdk.client.fetch<PaymentAnswer>(
    `${paymentPath(orderId)}/payments`,
    {
      method: "POST",
      body: { ...dataOf(choice), ...(replace && { replace }) },
      signal,
      headers: languageHeader(locale),
    }
  )
  timeLeft(payment)
  return payment
}

/**
 * The customer says that they have paid: the shop asks the gateway once, and answers with what it knows then. It rejects
 * with status 503 when the shop cannot ask now, or was asked too often (`one2pays_busy`).
 */
export async function checkPayment(
  sdk: StoreSdk,
  orderId: string,
  { signal, locale }: RequestOptions = {}
): Promise<PaymentAnswer> {
  const answer = await sdk.client.fetch<PaymentAnswer>(
    `${paymentPath(orderId)}/check`,
    { method: "POST", signal, headers: languageHeader(locale) }
  )
  timeLeft(answer.payment)
  return answer
}

/** The request's data, without a form's other fields. */
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
