import {
  useCallback,
  useEffect,
  useLayoutEffect,
  useState,
  type ReactNode,
} from "react"
import {
  formatThb,
  toLocale,
  type One2PaysPayment,
  type StoreSdk,
} from "../../index"
import { isFinal } from "../../payment"
import type { Texts } from "../texts/texts"
import { fill, textsFor } from "../texts/texts-for"
import {
  forgetOrder,
  keepOrder,
  lastKeptOrder,
  onAllForgotten,
} from "./kept-orders"
import { isUnknownOrder } from "./notices"
import { titleFor } from "./status-title"
import { timeOfDay } from "./time-of-day"
import { useIsOver } from "./use-is-over"
import { usePayment } from "./use-payment"

export interface OpenPaymentProps {
  sdk: StoreSdk
  /** The address of an order's page, with `{order_id}` where its id belongs: `/order/{order_id}/confirmed`. */
  href: string
  /** Thai for `th` and `th-…`, English for everything else. */
  locale: string
  /** The shop's own texts, which replace the built-in ones. */
  texts?: Partial<Texts>
  className?: string
}

/** Before the page is painted, so that nothing moves. A server paints nothing, and would complain. */
const useEffectBeforePaint =
  typeof document === "undefined" ? useEffect : useLayoutEffect

/**
 * Leads a customer who has left an order's page back to its unfinished payment. For every page of the shop but the order's:
 * `PaymentPanel` remembers the order in the browser's `localStorage`, by its id alone.
 */
export function OpenPayment(props: OpenPaymentProps) {
  const [orderId, setOrderId] = useState<string>()
  useEffectBeforePaint(() => setOrderId(lastKeptOrder()), [])
  useEffect(() => onAllForgotten(() => setOrderId(undefined)), [])
  const forget = useCallback(() => {
    if (orderId !== undefined) forgetOrder(orderId)
    setOrderId(lastKeptOrder())
  }, [orderId])
  return orderId === undefined ? null : (
    <Banner key={orderId} {...{ ...props, orderId }} onForget={forget} />
  )
}

function Banner({
  sdk,
  href,
  locale,
  texts: own,
  className,
  orderId,
  onForget,
}: OpenPaymentProps & { orderId: string; onForget: () => void }) {
  const texts = textsFor(locale, own)
  const { payment, error } = usePayment(sdk, orderId, {
    locale: toLocale(locale),
  })
  const isAwaited = payment?.status === "awaiting_payment"
  const isOver = useIsOver(isAwaited ? payment : undefined) && isAwaited
  useEffect(() => {
    // One that is paid by now is shown once more, and no longer on the customer's next page.
    if (payment) keepOrder(payment)
  }, [payment])
  // Another shop at the same address has kept it, or this one before it was set up anew.
  const isGone = !payment && isUnknownOrder(error)
  useEffect(() => {
    if (isGone) onForget()
  }, [isGone, onForget])

  const isPayable =
    payment &&
    !isOver &&
    (isAwaited || (payment.can_retry && !isFinal(payment)))
  return (
    <aside
      className={`one2pays one2pays-open ${className ?? ""}`.trim()}
      lang={toLocale(locale)}
      aria-label={texts.openTitle}
      data-one2pays="open-payment"
      data-open={payment?.status}
    >
      <p role="status">{payment ? state(payment) : texts.openTitle}</p>
      <span className="one2pays-open__ways">
        <a
          className="one2pays-link one2pays-link--page"
          href={fill(href, { order_id: encodeURIComponent(orderId) })}
          data-one2pays="open-payment-go"
        >
          {isPayable ? texts.linkPay : texts.openOrder}
        </a>
        <button
          type="button"
          className="one2pays-link"
          data-one2pays="open-payment-hide"
          onClick={onForget}
        >
          {texts.openHide}
        </button>
      </span>
    </aside>
  )

  function state(payment: One2PaysPayment): ReactNode {
    const { amount, amount_to_pay, expires_at, rest } = payment
    if (!isAwaited || isOver) {
      return `${titleFor(payment, isOver, texts)} · ${formatThb(rest ?? amount)}`
    }
    const waiting = fill(texts.openWaiting, {
      amount: formatThb(amount_to_pay ?? amount),
    })
    return expires_at === null
      ? waiting
      : `${waiting} ${fill(texts.timeEnd, { time: timeOfDay(expires_at, locale) })}`
  }
}
