import type Medusa from "@medusajs/js-sdk"
import type { Shop } from "../shop/shop-context"
import type { Cart } from "../shop/types"
import { rememberCart } from "./stored-cart"

/** Adds one piece, to a new cart where there is none yet. The shipping is chosen at once, so that the total is true. */
export async function addToCart(
  { sdk, region }: Shop,
  cart: Cart | null,
  variantId: string
): Promise<Cart> {
  const id = cart?.id ?? (await startCart(sdk, region.id))
  const added = await sdk.store.cart.createLineItem(id, {
    variant_id: variantId,
    quantity: 1,
  })
  return withShipping(sdk, added.cart)
}

export async function setLineQuantity(
  sdk: Medusa,
  cartId: string,
  lineId: string,
  quantity: number
): Promise<Cart> {
  const { cart } = await sdk.store.cart.updateLineItem(cartId, lineId, {
    quantity,
  })
  return cart
}

export async function removeLine(
  sdk: Medusa,
  cartId: string,
  lineId: string
): Promise<Cart> {
  await sdk.store.cart.deleteLineItem(cartId, lineId)
  const { cart } = await sdk.store.cart.retrieve(cartId)
  return cart
}

/** A cart with a shipping method: its own, else the cheapest that the shop offers. */
export async function withShipping(sdk: Medusa, cart: Cart): Promise<Cart> {
  if (cart.shipping_methods?.length) {
    return cart
  }
  const { shipping_options: options } =
    await sdk.store.fulfillment.listCartOptions({ cart_id: cart.id })
  const [cheapest] = options.sort((a, b) => a.amount - b.amount)
  if (!cheapest) {
    return cart
  }
  const shipped = await sdk.store.cart.addShippingMethod(cart.id, {
    option_id: cheapest.id,
  })
  return shipped.cart
}

async function startCart(sdk: Medusa, regionId: string): Promise<string> {
  const { cart } = await sdk.store.cart.create({
    region_id: regionId,
    shipping_address: { country_code: "th" },
  })
  rememberCart(cart.id)
  return cart.id
}
