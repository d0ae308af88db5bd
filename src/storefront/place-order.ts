import {
  createPayment,
  type CreatePaymentOptions,
  type PayableCart,
  type PaymentChoice,
  type SavedPaymentChoice,
} from "./create-payment"
import { errorCode } from "./describe-error"
import { languageHeader, type StoreSdk } from "./store-sdk"

/** Medusa's answer to the completion of a cart. */
type Completion =
  | { type: "order"; order: { id: string } }
  | { type: "cart"; error: { message: string } }

/**
 * Completes a cart for which the customer has chosen One2Pays (`createPayment`). A call whose answer got lost is made
 * once more: completing a completed cart returns its order.
 *
 * It rejects with `one2pays_amount_changed` (see `errorCode`) when the cart was changed since the payment session was
 * made. No order was placed then, and the payment session is fresh: show the customer the cart's total, and call it
 * again when they confirm it.
 *
 * @returns the id of the order
 */
export async function placeOrder(
  sdk: StoreSdk,
  cart: PayableCart,
  choice: PaymentChoice | SavedPaymentChoice,
  options: CreatePaymentOptions = {}
): Promise<string> {
  const complete = () =>
    sdk.client.fetch<Completion>(
      `/store/carts/${encodeURIComponent(cart.id)}/complete`,
      {
        method: "POST",
        signal: options.signal,
        headers: languageHeader(options.locale),
      }
    )
  try {
    const completion = await complete().catch((error: unknown) => {
      if (isRefusal(error) || options.signal?.aborted) {
        throw error
      }
      return complete()
    })
    if (completion.type === "order") {
      return completion.order.id
    }
    // Not placed, and the answer says why.
    throw new Error(completion.error.message)
  } catch (error) {
    if (errorCode(error) === "one2pays_amount_changed") {
      await createPayment(sdk, cart, choice, options)
    }
    throw error
  }
}

const isRefusal = (error: unknown): boolean =>
  typeof (error as { status?: unknown } | null)?.status === "number"
