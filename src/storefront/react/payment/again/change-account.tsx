import { useEffect, useId, useRef, useState, type FormEvent } from "react"
import {
  banksOf,
  describeError,
  type One2PaysPayment,
  type StoreSdk,
} from "../../../index"
import { PayerForm } from "../../payer/payer-form"
import { usePayerForm } from "../../payer/use-payer-form"
import { usePaymentOffer } from "../../payer/use-payment-methods"
import type { SavedPayersState } from "../../payer/use-saved-payers"
import type { Texts } from "../../texts/texts"
import { BusyButton } from "../busy-button"
import { Problem } from "../problem"
import type { PaymentState } from "../use-payment"

interface Props {
  sdk: StoreSdk
  payment: One2PaysPayment
  state: PaymentState
  saved: SavedPayersState | undefined
  locale: string
  texts: Texts
  onClose: () => void
}

/**
 * Makes the next payment from another account, or by another method. Where the present one can still be paid, it asks
 * first whether it was: the next one takes its place.
 */
export function ChangeAccount(props: Props) {
  const { payment, state, texts, onClose } = props
  const isOpen = payment.status === "awaiting_payment"
  const [isUnpaid, setUnpaid] = useState(!isOpen)
  const titleId = useId()
  const title = useRef<HTMLHeadingElement>(null)
  useEffect(() => title.current?.focus(), [isUnpaid])

  return (
    <section
      className="one2pays-change"
      aria-labelledby={titleId}
      data-one2pays="change"
    >
      <h3 id={titleId} ref={title} tabIndex={-1}>
        {isUnpaid ? texts.changeTitle : texts.paidQuestion}
      </h3>
      {isUnpaid ? (
        <ChangeForm {...props} />
      ) : (
        <>
          <p>{texts.paidQuestionHint}</p>
          <button
            type="button"
            className="one2pays-button one2pays-button--primary"
            data-one2pays="paid-already"
            onClick={() => {
              onClose()
              void state.check()
            }}
          >
            {texts.paidYes}
          </button>
          <button
            type="button"
            className="one2pays-button"
            data-one2pays="not-paid"
            onClick={() => setUnpaid(true)}
          >
            {texts.paidNo}
          </button>
          <CancelLink {...props} />
        </>
      )}
    </section>
  )
}

function ChangeForm(props: Props) {
  const { sdk, payment, state, saved, locale, texts } = props
  const amount = payment.rest ?? payment.amount
  // Another try may have failed before.
  const [hasSent, setSent] = useState(false)
  const offer = usePaymentOffer(sdk, { amount, locale })
  const form = usePayerForm({
    locale,
    saved,
    methods: offer.payment_methods,
    initial: {
      payment_method: payment.payment_method,
      payer: {
        bank_code: payment.payer?.bank_code ?? "",
        // The name that was kept in this tab, if one was.
        account_name: "",
        account_number: "",
      },
    },
  })

  function send(event: FormEvent) {
    event.preventDefault()
    const choice = form.submit()
    if (choice) {
      setSent(true)
      void state.retry(choice, {
        replace:
          payment.status === "awaiting_payment"
            ? payment.reference_id
            : undefined,
      })
    }
  }

  return (
    <form noValidate onSubmit={send}>
      <p className="one2pays-notice">{texts.changeWarning}</p>
      <PayerForm {...form.props} banks={banksOf(offer.banks)} texts={texts} />
      <Problem
        name="retry-error"
        text={
          hasSent && state.retryError !== undefined
            ? describeError(state.retryError, locale)
            : undefined
        }
      />
      <BusyButton
        name="change-send"
        isBusy={state.isRetrying}
        isPrimary
        submits
      >
        {state.isRetrying ? texts.tryingAgain : texts.changeSend}
      </BusyButton>
      <CancelLink {...props} />
    </form>
  )
}

const CancelLink = ({ texts, onClose }: Props) => (
  <button
    type="button"
    className="one2pays-link"
    data-one2pays="change-cancel"
    onClick={onClose}
  >
    {texts.changeCancel}
  </button>
)
