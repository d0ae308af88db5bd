import type Medusa from "@medusajs/js-sdk"
import {
  createPayment,
  type PaymentChoice,
  type SavedPaymentChoice,
} from "medusa-plugin-one2pays/storefront"
import { withShipping } from "../cart/cart-api"
import type { Cart } from "../shop/types"
import type { Contact } from "./contact"

export interface OrderDetails {
  contact: Contact
  choice: PaymentChoice | SavedPaymentChoice
  /** A cart that has changed needs all this anew. */
  updated_at: Cart["updated_at"]
}

/**
 * Gives the cart all that an order needs, so that it has only to be completed. A cart that is an order already stays as
 * it is: completing it once more finds the order whose answer was lost.
 */
export async function prepareOrder(
  sdk: Medusa,
  cartId: string,
  { contact, choice }: OrderDetails
): Promise<Cart> {
  const stored = await sdk.store.cart.retrieve(cartId, {
    fields: "+completed_at",
  })
  if (stored.cart.completed_at) {
    return stored.cart
  }
  const { email, ...address } = contact
  const { cart } = await sdk.store.cart.update(cartId, {
    email,
    shipping_address: { ...address, country_code: "th" },
  })
  const shipped = await withShipping(sdk, cart)
  await createPayment(sdk, shipped, choice)
  return shipped
}
