import { useState, type ReactNode } from "react"
import { describeError, type One2PaysPayment } from "../../index"
import type { Texts } from "../texts"
import type { PaymentState } from "./use-payment"

/** The payment has ended without money: another one, or a look whether the money has come after all. */
export function EndedUnpaid({
  payment,
  state,
  locale,
  texts,
  onward,
}: {
  payment: One2PaysPayment
  state: PaymentState
  locale: string
  texts: Texts
  onward: ReactNode
}) {
  const { isRetrying, retryError, isChecking, error } = state
  const [hasAsked, setHasAsked] = useState(false)
  // It came back as it was, or else this would not be here any more.
  const isStillUnpaid = hasAsked && !isChecking && error === undefined
  return (
    <>
      <p>{adviceFor(payment, texts)}</p>
      {retryError !== undefined && (
        <p
          className="one2pays-notice one2pays-notice--bad"
          role="alert"
          data-one2pays="retry-error"
        >
          {describeError(retryError, locale)}
        </p>
      )}
      {payment.can_retry && (
        <button
          type="button"
          className="one2pays-button one2pays-button--primary"
          // Not disabled: that would take the focus away.
          aria-disabled={isRetrying}
          data-one2pays="try-again"
          onClick={() => {
            if (!isRetrying) void state.retry()
          }}
        >
          {isRetrying ? texts.tryingAgain : texts.tryAgain}
        </button>
      )}
      <button
        type="button"
        className="one2pays-button"
        aria-disabled={isChecking}
        data-one2pays="check-again"
        onClick={() => {
          setHasAsked(true)
          if (!isChecking) state.checkAgain()
        }}
      >
        {isChecking ? texts.checking : texts.checkAgain}
      </button>
      {/* Always there, so that a screen reader follows it. */}
      <p
        className="one2pays-hint one2pays-news"
        role="status"
        data-one2pays="still-unpaid"
      >
        {isStillUnpaid && texts.stillUnpaid}
      </p>
      {onward}
    </>
  )
}

function adviceFor({ can_retry, status }: One2PaysPayment, texts: Texts) {
  if (!can_retry) {
    return texts.adviceClosed
  }
  switch (status) {
    case "failed":
      return texts.adviceFailed
    case "canceled":
      return texts.adviceCanceled
    default:
      return texts.adviceExpired
  }
}
