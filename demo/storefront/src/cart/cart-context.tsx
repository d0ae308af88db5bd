import {
  createContext,
  useContext,
  useEffect,
  useMemo,
  useRef,
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
  /** Gives the cart to the customer who has just logged in. */
  claim: () => Promise<void>
  /** Reads the cart again, which was changed elsewhere. */
  reload: () => Promise<void>
  /** The cart has become an order, or its customer has left: the next product starts a new one. */
  close: () => void
}

const CartContext = createContext<CartState | null>(null)

export function CartProvider({ children }: { children: ReactNode }) {
  const shop = useShop()
  const [cart, setCart] = useState<Cart | null | undefined>()
  /** Changes wait for one another: two quick clicks must not start two carts. */
  const latest = useRef<Promise<Cart | null>>(Promise.resolve(null))

  useEffect(() => {
    latest.current = openStoredCart(shop.sdk)
    void latest.current.then(setCart)
  }, [shop])

  const actions = useMemo(() => {
    async function change(edit: (cart: Cart | null) => Promise<Cart | null>) {
      const before = latest.current
      const after = before.then(edit)
      // A change that failed leaves the cart as it was, for the next one.
      latest.current = after.catch(() => before)
      setCart(await after)
    }
    return {
      add: (variantId: string) =>
        change((current) => addToCart(shop, current, variantId)),
      setQuantity: (lineId: string, quantity: number) =>
        change(
          async (current) =>
            current && setLineQuantity(shop.sdk, current.id, lineId, quantity)
        ),
      remove: (lineId: string) =>
        change(
          async (current) => current && removeLine(shop.sdk, current.id, lineId)
        ),
      claim: () =>
        change(
          async (current) =>
            current && (await shop.sdk.store.cart.transferCart(current.id)).cart
        ),
      reload: () => change(() => openStoredCart(shop.sdk)),
      close() {
        forgetCart()
        latest.current = Promise.resolve(null)
        setCart(null)
      },
    }
  }, [shop])

  const state = useMemo<CartState>(
    () => ({
      ...actions,
      cart,
      count: cart?.items?.reduce((sum, line) => sum + line.quantity, 0) ?? 0,
    }),
    [actions, cart]
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
