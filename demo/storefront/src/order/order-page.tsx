import {
  PaymentPanel,
  useSavedPayers,
} from "medusa-plugin-one2pays/storefront/react"
import { useAccount } from "../account/account-context"
import { lineTitle } from "../catalog/product-names"
import { Totals } from "../cart/totals"
import { useLocale } from "../shop/locale-context"
import { Page } from "../shop/page"
import { linkTo } from "../shop/route"
import { useShop } from "../shop/shop-context"
import { useOrder } from "./use-order"

export function OrderPage({ id }: { id: string }) {
  const { locale, t } = useLocale()
  const { sdk } = useShop()
  const { customer } = useAccount()
  const saved = useSavedPayers(sdk, { enabled: Boolean(customer) })
  const order = useOrder(id)

  return (
    <Page
      title={order ? t.order.number(order.display_id ?? id) : t.order.heading}
    >
      <div className="columns">
        <PaymentPanel
          className="card"
          sdk={sdk}
          orderId={id}
          locale={locale}
          saved={saved}
          contact={t.order.contact}
          paidAction={
            <a className="button" href={linkTo.products}>
              {t.continueShopping}
            </a>
          }
          unpaidAction={
            <a className="link" href={linkTo.products} data-testid="shop-again">
              {t.order.shopAgain}
            </a>
          }
        />
        {order && (
          <section className="card summary" aria-label={t.summary}>
            <ul className="summary__lines">
              {order.items?.map((line) => (
                <li key={line.id}>
                  {line.quantity} × {lineTitle(line, locale)}
                </li>
              ))}
            </ul>
            <Totals of={order} />
            <p className="muted small">
              {t.order.number(order.display_id ?? id)}
              <br />
              {order.email}
            </p>
          </section>
        )}
      </div>
    </Page>
  )
}
