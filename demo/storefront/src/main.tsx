import "medusa-plugin-one2pays/storefront/react/styles.css"
import { StrictMode } from "react"
import { createRoot } from "react-dom/client"
import { AccountProvider } from "./account/account-context"
import { App } from "./app"
import { CartProvider } from "./cart/cart-context"
import { LocaleProvider } from "./shop/locale-context"
import { openShop } from "./shop/open-shop"
import { ShopContext } from "./shop/shop-context"
import "./style.css"

const root = document.getElementById("root") as HTMLElement

try {
  const shop = await openShop()
  createRoot(root).render(
    <StrictMode>
      <ShopContext.Provider value={shop}>
        <LocaleProvider>
          <CartProvider>
            <AccountProvider>
              <App />
            </AccountProvider>
          </CartProvider>
        </LocaleProvider>
      </ShopContext.Provider>
    </StrictMode>
  )
} catch (error) {
  // Nothing can be shown without the server, not even in the customer's language.
  root.className = "broken"
  root.setAttribute("role", "alert")
  root.textContent = `The shop's server does not answer. ${String(error)}`
  throw error
}
