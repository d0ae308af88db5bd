import { formatThb, type One2PaysPayment } from "../index"
import { Countdown } from "./countdown"
import { QrCode } from "./qr-code"
import type { Texts } from "./texts"
import { TransferInstructions } from "./transfer-instructions"

/** What the customer does now: scan the QR code, or go to the gateway's payment page. */
export function PayNow({
  payment,
  locale,
  texts,
}: {
  payment: One2PaysPayment
  locale: string
  texts: Texts
}) {
  const action = payment.next_action
  const amount = formatThb(payment.amount)
  const until = action?.expires_at ?? payment.expires_at
  return (
    <>
      <p className="one2pays-amount" data-one2pays="amount">
        {amount}
      </p>
      {until && <Countdown until={until} label={texts.timeLeft} />}
      {action?.qr_svg ? (
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
      ) : (
        <TransferInstructions payment={payment} locale={locale} texts={texts} />
      )}
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
