import { useState, type FormEvent } from "react"
import {
  banksOf,
  createPayment,
  describeError,
  formatThb,
  type PaymentLinkAnswer,
  type StoreSdk,
  type ThaiBank,
} from "../../index"
import { PayerForm } from "../payer/payer-form"
import { usePayerForm } from "../payer/use-payer-form"
import { usePaymentOffer } from "../payer/use-payment-methods"
import type { SavedPayersState } from "../payer/use-saved-payers"
import type { Texts } from "../texts/texts"

/** Asks for the method and the account, and makes the payment that the link asks for. */
export function ChoosePayment({
  sdk,
  link: { id, amount },
  saved,
  banks,
  locale,
  texts,
  own,
  onChosen,
}: {
  sdk: StoreSdk
  link: PaymentLinkAnswer
  saved: SavedPayersState | undefined
  banks: readonly ThaiBank[] | undefined
  locale: string
  texts: Texts
  own: Partial<Texts> | undefined
  onChosen: () => void
}) {
  const offer = usePaymentOffer(sdk, { amount, locale })
  const form = usePayerForm({ locale, saved, methods: offer.payment_methods })
  const [sending, setSending] = useState<
    "idle" | "sending" | { error: unknown }
  >("idle")
  const isSending = sending === "sending"
  const problem =
    typeof sending === "object"
      ? describeError(sending.error, locale)
      : offer.unavailable?.message

  const pay = async (event: FormEvent) => {
    event.preventDefault()
    const choice = isSending ? null : form.submit()
    if (!choice) {
      return
    }
    setSending("sending")
    try {
      const collection = { payment_collection: { id } }
      await createPayment(sdk, collection, choice, { locale })
      onChosen()
    } catch (error) {
      setSending({ error })
    }
  }

  return (
    <form
      className="one2pays-link-form"
      noValidate
      onSubmit={(event) => void pay(event)}
    >
      <p>
        <span className="one2pays-hint">{texts.linkAmount}</span>{" "}
        <strong className="one2pays-amount" data-one2pays="amount">
          {formatThb(amount)}
        </strong>
      </p>
      <PayerForm
        {...form.props}
        banks={banks ?? banksOf(offer.banks)}
        texts={own}
      />
      {problem !== undefined && (
        <p
          className="one2pays-notice one2pays-notice--bad"
          role="alert"
          data-one2pays="link-error"
        >
          {problem}
        </p>
      )}
      <button
        type="submit"
        className="one2pays-button one2pays-button--primary"
        aria-disabled={isSending}
        data-one2pays="link-pay"
      >
        {isSending ? texts.tryingAgain : texts.linkPay}
      </button>
    </form>
  )
}
