import type {
  One2PaysPayment,
  PaymentStatus,
} from "medusa-plugin-one2pays/storefront"
import { useLocale } from "../shop/locale-context"
import { linkTo } from "../shop/route"
import { PayNow } from "./pay-now"

const MARKS: Record<PaymentStatus, string | null> = {
  awaiting_payment: null,
  processing: "…",
  paid: "✓",
  expired: "!",
  failed: "!",
  canceled: "×",
  under_review: "?",
}

/** Where the payment stands, in words that a screen reader hears change, and what the customer can do about it. */
export function PaymentState({
  payment,
  onCheckAgain,
}: {
  payment: One2PaysPayment
  onCheckAgain: () => void
}) {
  const { t } = useLocale()
  const { status } = payment
  return (
    <section className="card payment" data-status={status}>
      <div className="payment__state" role="status" data-testid="status">
        {MARKS[status] && (
          <span className="mark" aria-hidden="true">
            {MARKS[status]}
          </span>
        )}
        <h2 data-testid="status-title">{t.order.title[status]}</h2>
        <p className="muted" data-testid="status-message">
          {payment.message}
        </p>
      </div>
      {status === "awaiting_payment" && <PayNow payment={payment} />}
      {isUnpaid(status) && (
        <div className="payment__next">
          <p>{t.order.whatToDo[status]}</p>
          <a
            className="button button--primary"
            href={linkTo.products}
            data-testid="shop-again"
          >
            {t.order.shopAgain}
          </a>
          <button
            type="button"
            className="button"
            data-testid="check-again"
            onClick={onCheckAgain}
          >
            {t.order.checkAgain}
          </button>
        </div>
      )}
      {status === "paid" && (
        <a className="button" href={linkTo.products}>
          {t.continueShopping}
        </a>
      )}
    </section>
  )
}

type Unpaid = Extract<PaymentStatus, "expired" | "failed" | "canceled">

function isUnpaid(status: PaymentStatus): status is Unpaid {
  return status === "expired" || status === "failed" || status === "canceled"
}
