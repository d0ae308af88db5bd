import { useAccount } from "../account/account-context"
import { useCart } from "../cart/cart-context"
import { EmptyCart } from "../cart/empty-cart"
import { useLocale } from "../shop/locale-context"
import { Page } from "../shop/page"
import { linkTo } from "../shop/route"
import { CheckoutForm } from "./checkout-form"

export function CheckoutPage() {
  const { t } = useLocale()
  const { cart } = useCart()
  const { customer } = useAccount()

  if (cart === undefined || customer === undefined) {
    return <Page title={t.checkout}>{t.loading}</Page>
  }
  if (!cart?.items?.length) {
    return (
      <Page title={t.checkout}>
        <EmptyCart />
      </Page>
    )
  }
  return (
    <Page title={t.checkout}>
      {!customer && (
        <p className="muted">
          {t.account.faster}{" "}
          <a className="link" href={linkTo.account}>
            {t.account.logIn}
          </a>
        </p>
      )}
      <CheckoutForm cart={cart} customer={customer} />
    </Page>
  )
}
