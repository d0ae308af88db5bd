import { useState, type FormEvent } from "react"
import {
  banksOf,
  createPayment,
  fetchPaymentLink,
  describeError,
  formatThb,
  type PaymentLinkAnswer,
  type StoreSdk,
  type ThaiBank,
} from "../../index"
import { PayerForm } from "../payer/payer-form"
import { usePayerForm } from "../payer/use-payer-form"
import { BusyButton } from "../payment/busy-button"
import { Problem } from "../payment/problem"
import { usePaymentOffer } from "../payer/use-payment-methods"
import type { SavedPayersState } from "../payer/use-saved-payers"
import type { Texts } from "../texts/texts"

/** Asks for the method and the account, and makes the payment that the link asks for. */
export function ChoosePayment({
  sdk,
  link: { id, order_id, amount },
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
      // The customer may have chosen in another tab or on their phone, and be paying there.
      const now = await fetchPaymentLink(sdk, order_id, id, { locale })
      if (!now.is_chosen) {
        const collection = { payment_collection: { id } }
        await createPayment(sdk, collection, choice, { locale })
      }
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
      <Problem name="link-error" text={problem} />
      <BusyButton name="link-pay" isBusy={isSending} isPrimary submits>
        {isSending ? texts.tryingAgain : texts.linkPay}
      </BusyButton>
    </form>
  )
}
