import { useState } from "react"
import { describeShopError } from "../shop/describe-error"
import { useLocale } from "../shop/locale-context"
import { Page } from "../shop/page"
import { linkTo } from "../shop/route"
import { useCart } from "./cart-context"
import { CartLineRow } from "./cart-line-row"
import { EmptyCart } from "./empty-cart"
import { Totals } from "./totals"

export function CartPage() {
  const { locale, t } = useLocale()
  const { cart, setQuantity, remove } = useCart()
  const [busy, setBusy] = useState(false)
  const [error, setError] = useState<string>()

  async function change(edit: Promise<void>) {
    setBusy(true)
    setError(undefined)
    try {
      await edit
    } catch (failure) {
      setError(describeShopError(failure, locale))
    } finally {
      setBusy(false)
    }
  }

  if (cart === undefined) {
    return <Page title={t.cart}>{t.loading}</Page>
  }
  if (!cart?.items?.length) {
    return (
      <Page title={t.cart}>
        <EmptyCart />
      </Page>
    )
  }
  return (
    <Page title={t.cart}>
      <div className="columns">
        <ul className="cart-lines">
          {cart.items.map((line) => (
            <CartLineRow
              key={line.id}
              line={line}
              busy={busy}
              onQuantity={(quantity) =>
                void change(setQuantity(line.id, quantity))
              }
              onRemove={() => void change(remove(line.id))}
            />
          ))}
        </ul>
        <section className="card summary" aria-label={t.summary}>
          <Totals of={cart} />
          {error && (
            <p className="alert" role="alert">
              {error}
            </p>
          )}
          <a
            className="button button--primary"
            href={linkTo.checkout}
            data-testid="go-to-checkout"
          >
            {t.checkout}
          </a>
          <a className="link" href={linkTo.products}>
            {t.continueShopping}
          </a>
        </section>
      </div>
    </Page>
  )
}
