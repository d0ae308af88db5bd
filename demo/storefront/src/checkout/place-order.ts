import type Medusa from "@medusajs/js-sdk"
import { FetchError } from "@medusajs/js-sdk"
import {
  createPayment,
  type PaymentChoice,
  type SavedPaymentChoice,
} from "medusa-plugin-one2pays/storefront"
import { withShipping } from "../cart/cart-api"
import type { Contact } from "./contact"

export interface OrderDetails {
  contact: Contact
  choice: PaymentChoice | SavedPaymentChoice
}

/**
 * Turns the cart into an order and returns the order's id. May be called again after any failure: the cart is still
 * there, and an order whose answer was lost is found again.
 */
export async function placeOrder(
  sdk: Medusa,
  cartId: string,
  { contact, choice }: OrderDetails
): Promise<string> {
  const stored = await sdk.store.cart.retrieve(cartId, {
    fields: "+completed_at",
  })
  if (!stored.cart.completed_at) {
    const { email, ...address } = contact
    const { cart } = await sdk.store.cart.update(cartId, {
      email,
      shipping_address: { ...address, country_code: "th" },
    })
    await createPayment(sdk, await withShipping(sdk, cart), choice)
  }
  return complete(sdk, cartId)
}

async function complete(sdk: Medusa, cartId: string): Promise<string> {
  const result = await sdk.store.cart
    .complete(cartId)
    .catch((error: unknown) => {
      if (error instanceof FetchError) {
        throw error
      }
      // No answer came: the order may exist. Completing a completed cart returns its order.
      return sdk.store.cart.complete(cartId)
    })
  if (result.type === "order") {
    return result.order.id
  }
  // Not placed, and the answer says why.
  throw new Error(result.error.message)
}
