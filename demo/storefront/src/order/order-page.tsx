import { FetchError } from "@medusajs/js-sdk"
import { Totals } from "../cart/totals"
import { describeError } from "../shop/describe-error"
import { useLocale } from "../shop/locale-context"
import { Page } from "../shop/page"
import { PaymentState } from "./payment-state"
import { useOrder } from "./use-order"
import { usePayment } from "./use-payment"

export function OrderPage({ id }: { id: string }) {
  const { t } = useLocale()
  const { order, error: orderError } = useOrder(id)
  const { payment, error: paymentError, checkAgain } = usePayment(id)
  const error = paymentError ?? orderError
  const isUnknown = error instanceof FetchError && error.status === 404

  return (
    <Page
      title={order ? t.order.number(order.display_id ?? id) : t.order.heading}
    >
      {error !== undefined && (
        <p className="alert" role="alert" data-testid="order-error">
          {isUnknown ? t.order.unknown : describeError(error, t)}
        </p>
      )}
      {!payment && error === undefined && <p>{t.loading}</p>}
      <div className="columns">
        {payment && (
          <PaymentState payment={payment} onCheckAgain={checkAgain} />
        )}
        {order && (
          <section className="card summary" aria-label={t.summary}>
            <ul className="summary__lines">
              {order.items?.map((line) => (
                <li key={line.id}>
                  {line.quantity} × {line.product_title ?? line.title}
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
