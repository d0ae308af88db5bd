import type Medusa from "@medusajs/js-sdk"
import {
  createPayment,
  placeOrder as completeCart,
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
  if (stored.cart.completed_at) {
    return completeCart(sdk, stored.cart, choice)
  }
  const { email, ...address } = contact
  const { cart } = await sdk.store.cart.update(cartId, {
    email,
    shipping_address: { ...address, country_code: "th" },
  })
  const shipped = await withShipping(sdk, cart)
  await createPayment(sdk, shipped, choice)
  return completeCart(sdk, shipped, choice)
}
