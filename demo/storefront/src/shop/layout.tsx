import type { ReactNode } from "react"
import { AccountLink } from "../account/account-link"
import { useCart } from "../cart/cart-context"
import { useLocale } from "./locale-context"
import { LocaleSwitch } from "./locale-switch"
import { linkTo } from "./route"

export function Layout({ children }: { children: ReactNode }) {
  const { t } = useLocale()
  const { count } = useCart()
  return (
    <>
      <header className="site-header">
        <div className="site-header__inner">
          <a className="brand" href={linkTo.products}>
            {t.shopName}
          </a>
          <LocaleSwitch />
          <AccountLink />
          <a className="cart-link" href={linkTo.cart} data-testid="cart-link">
            {t.cart}
            <span className="badge" data-testid="cart-count">
              {count}
            </span>
          </a>
        </div>
      </header>
      <main>{children}</main>
      <footer className="site-footer">{t.footer}</footer>
    </>
  )
}
