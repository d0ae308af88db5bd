import { forgetOpenPayments } from "medusa-plugin-one2pays/storefront/react"
import {
  createContext,
  useContext,
  useEffect,
  useMemo,
  useState,
  type ReactNode,
} from "react"
import { useCart } from "../cart/cart-context"
import { forgetTyped } from "../checkout/kept-contact"
import { useShop } from "../shop/shop-context"
import type { Customer } from "../shop/types"
import {
  logIn,
  openSession,
  register,
  type Credentials,
  type NewCustomer,
} from "./account-api"

interface AccountState {
  /** `undefined` while it is read, `null` for a guest. */
  customer: Customer | null | undefined
  logIn: (credentials: Credentials) => Promise<void>
  register: (customer: NewCustomer) => Promise<void>
  logOut: () => Promise<void>
}

const AccountContext = createContext<AccountState | null>(null)

export function AccountProvider({ children }: { children: ReactNode }) {
  const { sdk } = useShop()
  const { claim, close } = useCart()
  const [customer, setCustomer] = useState<Customer | null>()

  useEffect(() => {
    openSession(sdk).then(setCustomer, (failure: unknown) => {
      console.warn("It cannot be found out who is logged in.", failure)
      setCustomer(null)
    })
  }, [sdk])

  const actions = useMemo(() => {
    async function arrive(arriving: Promise<Customer>) {
      const arrived = await arriving
      // What the guest has put into the cart is the customer's now, and so is the payment for it.
      await claim()
      setCustomer(arrived)
    }
    return {
      logIn: (credentials: Credentials) => arrive(logIn(sdk, credentials)),
      register: (details: NewCustomer) => arrive(register(sdk, details)),
      async logOut() {
        await sdk.auth.logout()
        // They say who the customer is, to whoever sits here next.
        close()
        forgetOpenPayments()
        forgetTyped()
        setCustomer(null)
      },
    }
  }, [sdk, claim, close])

  const state = useMemo<AccountState>(
    () => ({ ...actions, customer }),
    [actions, customer]
  )
  return (
    <AccountContext.Provider value={state}>{children}</AccountContext.Provider>
  )
}

export function useAccount(): AccountState {
  const state = useContext(AccountContext)
  if (!state) {
    throw new Error("useAccount needs an AccountProvider.")
  }
  return state
}
