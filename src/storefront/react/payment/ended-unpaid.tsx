import { useState, type ReactNode } from "react"
import type { One2PaysPayment } from "../../index"
import type { Texts } from "../texts/texts"
import { BusyButton } from "./busy-button"
import { Retry } from "./retry"
import type { PaymentState } from "./use-payment"

/** A payment that ended without money. The customer makes another one, or asks whether the money has come after all. */
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
  const { isChecking, error } = state
  const [hasAsked, setHasAsked] = useState(false)
  // The answer changed nothing, or the page would show another part by now.
  const isStillUnpaid = hasAsked && !isChecking && error === undefined
  return (
    <>
      <p>{adviceFor(payment, texts)}</p>
      <Retry
        canRetry={payment.can_retry}
        label={texts.tryAgain}
        {...{ state, locale, texts }}
      />
      <BusyButton
        name="check-again"
        isBusy={isChecking}
        onClick={() => {
          setHasAsked(true)
          state.checkAgain()
        }}
      >
        {isChecking ? texts.checking : texts.checkAgain}
      </BusyButton>
      {/* It is there from the start, so that a screen reader follows it. */}
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

function adviceFor(
  { can_retry, status, payment_method }: One2PaysPayment,
  texts: Texts
) {
  if (!can_retry) {
    return texts.adviceClosed
  }
  if (status === "failed") {
    return texts.adviceFailed
  }
  return payment_method === "bank_transfer"
    ? texts.adviceOldTransfer
    : texts.adviceOldQr
}
