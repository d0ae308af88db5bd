import type Medusa from "@medusajs/js-sdk"
import { FetchError } from "@medusajs/js-sdk"
import type { Cart } from "../shop/types"

const KEY = "cart_id"

/** The cart of an earlier visit, unless it has become an order or is gone. */
export async function openStoredCart(sdk: Medusa): Promise<Cart | null> {
  const id = localStorage.getItem(KEY)
  if (!id) {
    return null
  }
  try {
    const { cart } = await sdk.store.cart.retrieve(id, {
      fields: "+completed_at",
    })
    if (!cart.completed_at) {
      return cart
    }
  } catch (error) {
    if (!(error instanceof FetchError && error.status === 404)) {
      throw error
    }
  }
  forgetCart()
  return null
}

export function rememberCart(id: string) {
  localStorage.setItem(KEY, id)
}

export function forgetCart() {
  localStorage.removeItem(KEY)
}
