import { formatThb } from "medusa-plugin-one2pays/storefront"
import { useLocale } from "../shop/locale-context"
import { linkTo } from "../shop/route"
import { useOrders } from "./use-orders"

/** The customer's orders and how their payments stand; each leads to its page. */
export function Orders() {
  const { locale, t } = useLocale()
  const { orders, hasMore, showMore } = useOrders()
  return (
    <section className="card orders" aria-label={t.account.orders}>
      <h2>{t.account.orders}</h2>
      {list()}
      {hasMore && (
        <button
          type="button"
          className="button"
          data-testid="more-orders"
          onClick={showMore}
        >
          {t.account.moreOrders}
        </button>
      )}
    </section>
  )

  function list() {
    if (orders === undefined) return <p className="muted">{t.loading}</p>
    if (orders === "failed") return <p role="alert">{t.account.ordersFailed}</p>
    if (orders.length === 0) {
      return <p className="muted">{t.account.noOrders}</p>
    }
    return (
      <ul>
        {orders.map(({ id, display_id, created_at, total, payment }) => (
          <li key={id}>
            <a
              className="orders__order"
              href={linkTo.order(id)}
              data-testid="order"
              data-payment={payment?.status}
            >
              <span>
                <strong>{t.order.number(display_id ?? id)}</strong>
                <br />
                <span className="muted small">{day(created_at)}</span>
              </span>
              <span>
                {formatThb(total)}
                <br />
                <span className="muted small">
                  {payment && t.payment[payment.status]}
                </span>
              </span>
            </a>
          </li>
        ))}
      </ul>
    )
  }

  function day(at: string | Date) {
    return new Intl.DateTimeFormat(locale === "th" ? "th-TH" : "en-GB", {
      dateStyle: "medium",
      timeZone: "Asia/Bangkok",
    }).format(new Date(at))
  }
}
