import { formatThb, type One2PaysPayment } from "../../index"
import { Countdown } from "./countdown"
import { QrCode } from "./qr-code"
import type { Texts } from "../texts"
import { endOf, type TimeLeft } from "./time-left"
import { TransferInstructions } from "./transfer-instructions"

/** What the customer does now: scan the QR code, or go to the gateway's payment page. */
export function PayNow({
  payment,
  timeLeft,
  locale,
  texts,
}: {
  payment: One2PaysPayment
  timeLeft: TimeLeft
  locale: string
  texts: Texts
}) {
  const action = payment.next_action
  const amount = formatThb(payment.amount)
  const until = endOf(payment)
  return (
    <>
      <p className="one2pays-amount" data-one2pays="amount">
        {amount}
      </p>
      {until && timeLeft !== "unknown" && (
        <Countdown until={until} label={texts.timeLeft} />
      )}
      {timeLeft !== "none" && way()}
    </>
  )

  function way() {
    if (action?.qr_svg) {
      return (
        <>
          <QrCode
            svg={action.qr_svg}
            amount={amount}
            fileName={`promptpay-${payment.reference_id}.png`}
            texts={texts}
          />
          {action.url && <BankAppLink url={action.url} texts={texts} />}
          <ol className="one2pays-steps">
            <li>{texts.qrStep1}</li>
            <li>{texts.qrStep2}</li>
            <li>{texts.qrStep3}</li>
          </ol>
        </>
      )
    }
    switch (payment.payment_method) {
      case "bank_transfer":
        return <TransferInstructions {...{ payment, locale, texts }} />
      case "promptpay":
        return <PaymentPageLink url={action?.url} texts={texts} />
      default:
        payment.payment_method satisfies never
        return null
    }
  }
}

/** PromptPay whose QR code is on the gateway's page alone. */
function PaymentPageLink({
  url,
  texts,
}: {
  url: string | undefined
  texts: Texts
}) {
  if (!url) {
    return <p className="one2pays-hint">{texts.noPage}</p>
  }
  return (
    <>
      <a
        className="one2pays-button one2pays-button--primary"
        href={url}
        target="_blank"
        rel="noopener"
        data-one2pays="open-payment-page"
      >
        {texts.openPaymentPage}
      </a>
      <p className="one2pays-hint">{texts.pageOnly}</p>
    </>
  )
}

/** On a phone it leads to the banking app, elsewhere to the same page for reading. */
function BankAppLink({ url, texts }: { url: string; texts: Texts }) {
  return (
    <a
      className="one2pays-button one2pays-bank-app"
      href={url}
      target="_blank"
      rel="noopener"
      data-one2pays="open-bank-app"
    >
      <span className="one2pays-on-phones">{texts.openBankApp}</span>
      <span className="one2pays-elsewhere">{texts.openPaymentPage}</span>
    </a>
  )
}
