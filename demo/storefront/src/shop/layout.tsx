import { OpenPayment } from "medusa-plugin-one2pays/storefront/react"
import type { ReactNode } from "react"
import { AccountLink } from "../account/account-link"
import { useCart } from "../cart/cart-context"
import { useLocale } from "./locale-context"
import { LocaleSwitch } from "./locale-switch"
import { linkTo, useRoute } from "./route"
import { useShop } from "./shop-context"

export function Layout({ children }: { children: ReactNode }) {
  const { locale, t } = useLocale()
  const { sdk } = useShop()
  const { count } = useCart()
  const { page } = useRoute()
  const showsPayment = page === "order" || page === "payment-collection"
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
      <main>
        {!showsPayment && (
          <OpenPayment
            className="open-payment"
            sdk={sdk}
            href={linkTo.order("{order_id}")}
            locale={locale}
          />
        )}
        {children}
      </main>
      <footer className="site-footer">{t.footer}</footer>
    </>
  )
}
