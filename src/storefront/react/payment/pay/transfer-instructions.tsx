import { formatThb, toLocale, type One2PaysPayment } from "../../../index"
import type { Texts } from "../../texts/texts"
import { fill, textsFor } from "../../texts/texts-for"
import { PaymentPageLink } from "./payment-page-link"

/** Explains how to pay by bank transfer: where to go, how much to send, and what happens next. */
export function TransferInstructions({
  payment,
  locale,
  isSent = false,
  texts: own,
}: {
  payment: One2PaysPayment
  locale: string
  /** The customer says that they have sent it. */
  isSent?: boolean
  texts?: Partial<Texts>
}) {
  const texts = textsFor(locale, own)
  const lang = toLocale(locale)
  const url = payment.next_action?.url
  if (!url) {
    return (
      <p className="one2pays-hint" lang={lang}>
        {texts.transferNoPage}
      </p>
    )
  }
  const amount = formatThb(payment.amount_to_pay ?? payment.amount)
  return (
    <div className="one2pays-transfer" lang={lang} data-one2pays="transfer">
      <PaymentPageLink url={url} isPrimary={!isSent} texts={texts} />
      <ol className="one2pays-steps">
        <li>{texts.transferStep1}</li>
        <li>{fill(texts.transferStep2, { amount })}</li>
        <li>{texts.transferStep3}</li>
      </ol>
    </div>
  )
}
