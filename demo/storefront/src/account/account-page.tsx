import {
  SavedAccounts,
  useSavedPayers,
} from "medusa-plugin-one2pays/storefront/react"
import { useState } from "react"
import { useCart } from "../cart/cart-context"
import { useLocale } from "../shop/locale-context"
import { Page } from "../shop/page"
import { linkTo } from "../shop/route"
import { useShop } from "../shop/shop-context"
import { useAccount } from "./account-context"
import { AccountForm } from "./account-form"
import { Orders } from "./orders"

export function AccountPage() {
  const { locale, t } = useLocale()
  const { sdk } = useShop()
  const { count } = useCart()
  const { customer, logOut } = useAccount()
  const saved = useSavedPayers(sdk, { enabled: Boolean(customer) })
  const [isNew, setIsNew] = useState(false)

  if (customer === undefined) {
    return <Page title={t.account.title}>{t.loading}</Page>
  }
  // A page of its own each time, so that the focus goes to its heading.
  if (customer === null) {
    return (
      <Page
        key={isNew ? "register" : "log-in"}
        title={isNew ? t.account.register : t.account.logIn}
      >
        <AccountForm isNew={isNew} />
        <p>
          {isNew ? t.account.known : t.account.unknown}{" "}
          <button
            type="button"
            className="link-button"
            data-testid={isNew ? "to-log-in" : "to-register"}
            onClick={() => setIsNew(!isNew)}
          >
            {isNew ? t.account.logIn : t.account.register}
          </button>
        </p>
      </Page>
    )
  }
  return (
    <Page key="customer" title={t.account.title}>
      <Orders />
      <SavedAccounts className="card" saved={saved} locale={locale} />
      <section className="card account" aria-label={t.account.title}>
        <p>
          <strong data-testid="customer-name">
            {customer.first_name} {customer.last_name}
          </strong>
          <br />
          <span className="muted">{customer.email}</span>
        </p>
        <a
          className="button button--primary"
          href={count ? linkTo.checkout : linkTo.products}
        >
          {count ? t.checkout : t.seeProducts}
        </a>
        <button
          type="button"
          className="button"
          data-testid="log-out"
          onClick={() => void logOut()}
        >
          {t.account.logOut}
        </button>
      </section>
    </Page>
  )
}
