import { formatThb, toLocale, type One2PaysPayment } from "../../index"
import { fill, textsFor, type Texts } from "../texts"

/** How to pay by bank transfer: where to go, how much, and what happens then. */
export function TransferInstructions({
  payment,
  locale,
  texts: own,
}: {
  payment: One2PaysPayment
  locale: string
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
  const amount = formatThb(payment.amount)
  return (
    <div className="one2pays-transfer" lang={lang} data-one2pays="transfer">
      <a
        className="one2pays-button one2pays-button--primary"
        href={url}
        target="_blank"
        rel="noopener"
        data-one2pays="open-payment-page"
      >
        {texts.openPaymentPage}
      </a>
      <ol className="one2pays-steps">
        <li>{texts.transferStep1}</li>
        <li>{fill(texts.transferStep2, { amount })}</li>
        <li>{texts.transferStep3}</li>
      </ol>
    </div>
  )
}
