import {
  useCallback,
  useEffect,
  useId,
  useRef,
  useState,
  type ReactNode,
} from "react"
import {
  formatThb,
  THAI_BANKS,
  toLocale,
  type One2PaysPayment,
  type PaymentAnswer,
  type StoreSdk,
  type ThaiBank,
} from "../../index"
import { isFinal } from "../../payment"
import type { Texts } from "../texts/texts"
import { fill, textsFor } from "../texts/texts-for"
import { forgetEntries } from "../payer/kept-entries"
import type { SavedPayersState } from "../payer/use-saved-payers"
import { ChangeAccount } from "./again/change-account"
import { CopyLink } from "./copy-link"
import { EndedUnpaid } from "./again/ended-unpaid"
import { KeepFocus } from "./keep-focus"
import { keepOrder } from "./kept-orders"
import {
  isUnknownOrder,
  LoadError,
  MaintenanceNotice,
  MaintenanceTime,
} from "./notices"
import { Paid, UnderReview } from "./outcome"
import { PayFrom } from "./pay-from"
import { PayNow } from "./pay/pay-now"
import { Retry } from "./again/retry"
import { MARKS, titleFor } from "./status-title"
import { useIsOver } from "./use-is-over"
import { usePayment } from "./use-payment"
import { useTabTitle } from "./use-tab-title"

export interface PaymentPanelProps {
  sdk: StoreSdk
  orderId: string
  /** Thai for `th` and `th-…`, English for everything else. */
  locale: string
  /** The answer that a server component has read with `fetchPaymentAnswer`: the page's HTML then holds the QR code. */
  initial?: PaymentAnswer
  /** Called once when the order is paid, also when it was paid from the start. */
  onPaid?: (payment: One2PaysPayment) => void
  /** The customer's way on once the order is paid. */
  paidAction?: ReactNode
  /** The customer's way on when the payment has ended unpaid. */
  unpaidAction?: ReactNode
  /** Where and when the shop answers a customer whose money it has to look into: a text, a link. */
  contact?: ReactNode
  /** The customer's remembered accounts, see `useSavedPayers`, for one who pays from another account. */
  saved?: SavedPayersState
  /** The banks to name. Default: `THAI_BANKS`. */
  banks?: readonly ThaiBank[]
  /** The shop's own texts, which replace the built-in ones. */
  texts?: Partial<Texts>
  className?: string
}

/**
 * The payment of an order, from the QR code to "paid". The panel follows the payment by itself, tells screen readers
 * every change, and offers another payment where one is possible.
 */
export function PaymentPanel({
  sdk,
  orderId,
  locale,
  initial,
  onPaid,
  paidAction,
  unpaidAction,
  contact,
  saved,
  banks = THAI_BANKS,
  texts: own,
  className,
}: PaymentPanelProps) {
  const texts = textsFor(locale, own)
  // The server's texts come in the language of the built-in ones. The browser's would decide for any other language.
  const state = usePayment(sdk, orderId, { locale: toLocale(locale), initial })
  const { payment, error } = state
  // A maintenance changes nothing about a final payment.
  const maintenance = payment && !isFinal(payment) ? state.maintenance : null
  const status = payment?.status
  const isAwaited = status === "awaiting_payment"
  const isOver = useIsOver(isAwaited ? payment : undefined) && isAwaited
  useOnPaid(payment, onPaid)
  useEffect(() => {
    if (payment) keepOrder(payment)
  }, [payment])
  useTabTitle(
    payment?.status === "paid"
      ? `${MARKS.paid} ${formatThb(payment.amount)} ${texts.titlePaid}`
      : undefined
  )

  /** This key changes whenever the buttons do. */
  const part = payment
    ? `${payment.reference_id} ${payment.status} ${payment.can_retry} ${isOver}`
    : `unread ${isUnknownOrder(error)}`
  // Whoever is changing the account has to see first what has happened: that ends with the part.
  const [change, setChange] = useState<{ part: string; isOpen: boolean }>()
  const isChanging = change?.part === part && change.isOpen
  const hasGivenUp = change?.part === part && !change.isOpen
  const titleId = useId()
  const title = useRef<HTMLHeadingElement>(null)
  const isFocusLost = useRef(false)
  const noteLostFocus = useCallback(() => {
    isFocusLost.current = true
  }, [])
  useEffect(() => {
    if (isFocusLost.current) {
      title.current?.focus()
    }
    isFocusLost.current = false
  }, [part])

  return (
    <section
      className={`one2pays one2pays-panel ${className ?? ""}`.trim()}
      lang={toLocale(locale)}
      aria-labelledby={titleId}
      aria-busy={!payment && error === undefined}
      data-one2pays="payment"
      data-status={status}
    >
      {/* It is there from the start: a screen reader follows only parts that were in the page before they changed. */}
      <div className="one2pays-status" role="status" data-one2pays="status">
        {status && MARKS[status] && (
          <span className="one2pays-mark" aria-hidden="true">
            {MARKS[status]}
          </span>
        )}
        <h2 id={titleId} ref={title} tabIndex={-1}>
          {heading()}
        </h2>
        {payment && !isOver && (
          <p className="one2pays-hint" data-one2pays="status-message">
            {payment.message}
          </p>
        )}
        {payment?.surplus !== undefined && (
          <p className="one2pays-notice" data-one2pays="surplus">
            {fill(texts.paidTooMuch, {
              amount: formatThb(payment.surplus),
            })}
          </p>
        )}
        {maintenance && payment && (
          <MaintenanceNotice
            {...{ maintenance, payment, isOver, locale, texts }}
          />
        )}
        {payment && error !== undefined && (
          <p className="one2pays-notice" data-one2pays="connection">
            {texts.connectionLost}
          </p>
        )}
        {payment && isOver && (
          <p className="one2pays-notice" data-one2pays="time-over">
            {payment.payment_method === "bank_transfer"
              ? texts.timeOverTransfer
              : texts.timeOver}
          </p>
        )}
      </div>
      {maintenance && <MaintenanceTime {...{ maintenance, locale, texts }} />}
      <KeepFocus key={part} onLost={noteLostFocus}>
        {payment
          ? next(payment)
          : error !== undefined && (
              <LoadError
                {...{ error, locale, texts }}
                isChecking={state.isChecking}
                onReload={state.checkAgain}
              />
            )}
        {payment && !isFinal(payment) && !isChanging && (
          <CopyLink texts={texts} />
        )}
      </KeepFocus>
    </section>
  )

  function heading(): string {
    if (payment) {
      return titleFor(payment, isOver, texts)
    }
    return error === undefined ? texts.loading : texts.titleUnavailable
  }

  function next(payment: One2PaysPayment): ReactNode {
    if (isChanging) {
      return (
        <ChangeAccount
          {...{ sdk, payment, state, saved, locale, texts }}
          onClose={() => setChange({ part, isOpen: false })}
        />
      )
    }
    const from = (
      <PayFrom
        {...{ payment, banks, locale, texts }}
        onChange={isOver ? undefined : () => setChange({ part, isOpen: true })}
        isBack={hasGivenUp}
      />
    )
    switch (payment.status) {
      case "awaiting_payment":
        return (
          <PayNow {...{ payment, isOver, state, from, banks, locale, texts }} />
        )
      case "expired":
      case "failed":
      case "canceled":
        return (
          <EndedUnpaid
            {...{ payment, state, from, locale, texts }}
            onward={unpaidAction}
          />
        )
      case "paid":
        return (
          <>
            <Paid {...{ payment, locale, texts }} />
            {paidAction}
          </>
        )
      case "partially_paid":
        return (
          <>
            {from}
            <Retry
              canRetry={payment.can_retry}
              label={fill(texts.payRest, {
                amount: formatThb(payment.rest ?? 0),
              })}
              {...{ state, locale, texts }}
            />
          </>
        )
      case "under_review":
        return <UnderReview {...{ payment, contact, locale, texts }} />
      case "refunded":
      case "processing":
        return null
      default:
        // A newer server has other statuses. The message says what they mean.
        payment.status satisfies never
        return null
    }
  }
}

function useOnPaid(
  payment: One2PaysPayment | undefined,
  onPaid: PaymentPanelProps["onPaid"]
): void {
  const told = useRef<string | null>(null)
  useEffect(() => {
    if (payment?.status === "paid" && told.current !== payment.order_id) {
      told.current = payment.order_id
      forgetEntries()
      onPaid?.(payment)
    }
  }, [payment, onPaid])
}
