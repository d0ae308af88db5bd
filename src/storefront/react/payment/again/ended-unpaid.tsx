import type { ReactNode } from "react"
import type { One2PaysPayment } from "../../../index"
import type { Texts } from "../../texts/texts"
import { IHavePaid, Looking } from "../pay/i-have-paid"
import { Retry } from "./retry"
import type { PaymentState } from "../use-payment"

/**
 * A payment that ended without money. The customer makes another one, from another account if they want, or says that they
 * have paid after all: then nothing urges them to pay once more.
 */
export function EndedUnpaid({
  payment,
  state,
  from,
  locale,
  texts,
  onward,
}: {
  payment: One2PaysPayment
  state: PaymentState
  /** The account of the next payment, too. */
  from: ReactNode
  locale: string
  texts: Texts
  onward: ReactNode
}) {
  const { can_retry, status, payment_method } = payment
  const { saysPaid } = state
  const isTransfer = payment_method === "bank_transfer"
  return (
    <>
      <p>{adviceFor(payment, texts)}</p>
      {can_retry && status !== "failed" && !saysPaid && (
        <p className="one2pays-notice" data-one2pays="under-way">
          {isTransfer ? texts.underWayTransfer : texts.underWay}
        </p>
      )}
      {from}
      <Retry
        canRetry={can_retry}
        isPrimary={!saysPaid}
        label={isTransfer ? texts.tryAgain : texts.newQr}
        {...{ state, locale, texts }}
      />
      <Looking {...{ payment, state, texts }} />
      <IHavePaid {...{ state, locale, texts }} isPrimary={saysPaid} />
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
