import { describeError, type One2PaysPayment } from "../../../index"
import type { Texts } from "../../texts/texts"
import { BusyButton } from "../busy-button"
import { Problem } from "../problem"
import type { PaymentState } from "../use-payment"

/** The customer says that they have paid, and the shop looks for the money. */
export function IHavePaid({
  state: { check, isAsking, checkError },
  isPrimary,
  locale,
  texts,
}: {
  state: PaymentState
  isPrimary?: boolean
  locale: string
  texts: Texts
}) {
  return (
    <>
      <Problem
        name="check-error"
        text={
          checkError === undefined
            ? undefined
            : describeError(checkError, locale)
        }
      />
      <BusyButton
        name="i-have-paid"
        isBusy={isAsking}
        isPrimary={isPrimary}
        onClick={() => void check()}
      >
        {isAsking ? texts.checking : texts.checkAgain}
      </BusyButton>
    </>
  )
}

/** The calm after that. It is there from the start, so that a screen reader follows it. */
export function Looking({
  payment,
  state: { saysPaid, isAsking, checkError },
  texts,
}: {
  payment: One2PaysPayment
  state: PaymentState
  texts: Texts
}) {
  const isCalm = saysPaid && !isAsking && checkError === undefined
  return (
    <p
      className="one2pays-notice one2pays-news"
      role="status"
      data-one2pays="looking"
    >
      {isCalm &&
        (payment.payment_method === "bank_transfer"
          ? texts.lookingTransfer
          : texts.looking)}
    </p>
  )
}
