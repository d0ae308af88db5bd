import { PaymentLink } from "medusa-plugin-one2pays/storefront/react"
import { useLocale } from "../shop/locale-context"
import { Page } from "../shop/page"
import { useShop } from "../shop/shop-context"

/** Where the payment link leads that staff copy from the dashboard. */
export function PaymentLinkPage({
  id,
  orderId,
}: {
  id: string
  orderId: string
}) {
  const { locale, t } = useLocale()
  const { sdk } = useShop()
  return (
    <Page title={t.order.heading}>
      <PaymentLink
        className="card"
        sdk={sdk}
        collectionId={id}
        orderId={orderId}
        locale={locale}
      />
    </Page>
  )
}
