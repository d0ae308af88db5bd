import {
  createContext,
  useCallback,
  useContext,
  useEffect,
  useMemo,
  useState,
  type ReactNode,
} from "react"
import { useShop } from "../shop/shop-context"
import type { Cart } from "../shop/types"
import { addToCart, removeLine, setLineQuantity } from "./cart-api"
import { forgetCart, openStoredCart } from "./stored-cart"

interface CartState {
  /** `undefined` while it is read, `null` when there is none. */
  cart: Cart | null | undefined
  count: number
  add: (variantId: string) => Promise<void>
  setQuantity: (lineId: string, quantity: number) => Promise<void>
  remove: (lineId: string) => Promise<void>
  /** The cart has become an order: the next product starts a new one. */
  close: () => void
}

const CartContext = createContext<CartState | null>(null)

export function CartProvider({ children }: { children: ReactNode }) {
  const shop = useShop()
  const [cart, setCart] = useState<Cart | null | undefined>()

  useEffect(() => {
    let current = true
    void openStoredCart(shop.sdk).then((stored) => current && setCart(stored))
    return () => {
      current = false
    }
  }, [shop])

  const close = useCallback(() => {
    forgetCart()
    setCart(null)
  }, [])

  const state = useMemo<CartState>(
    () => ({
      cart,
      count: cart?.items?.reduce((sum, line) => sum + line.quantity, 0) ?? 0,
      async add(variantId) {
        setCart(await addToCart(shop, cart ?? null, variantId))
      },
      async setQuantity(lineId, quantity) {
        if (cart) {
          setCart(await setLineQuantity(shop.sdk, cart.id, lineId, quantity))
        }
      },
      async remove(lineId) {
        if (cart) {
          setCart(await removeLine(shop.sdk, cart.id, lineId))
        }
      },
      close,
    }),
    [cart, shop, close]
  )
  return <CartContext.Provider value={state}>{children}</CartContext.Provider>
}

export function useCart(): CartState {
  const state = useContext(CartContext)
  if (!state) {
    throw new Error("useCart needs a CartProvider.")
  }
  return state
}
