import type { ReactNode } from "react"
import { shortReference } from "../../../../card/card"
import { formatThb, type One2PaysPayment, type ThaiBank } from "../../../index"
import { bankOf } from "../../texts/bank-of"
import type { Texts } from "../../texts/texts"
import { fill } from "../../texts/texts-for"
import { Countdown } from "./countdown"
import { IHavePaid, Looking } from "./i-have-paid"
import { PaymentPageLink } from "./payment-page-link"
import { QrCode } from "./qr-code"
import { timeOfDay } from "../time-of-day"
import { TransferInstructions } from "./transfer-instructions"
import type { PaymentState } from "../use-payment"

/** Baht. The Bank of Thailand has banks scan the payer's face from here on. */
const FACE_SCAN_FROM = 50_000

/** The way to pay: the customer scans the QR code, or goes to the gateway's payment page. */
export function PayNow({
  payment,
  isOver,
  state,
  from,
  banks,
  locale,
  texts,
}: {
  payment: One2PaysPayment
  isOver: boolean
  state: PaymentState
  /** The account to pay from. */
  from: ReactNode
  banks: readonly ThaiBank[]
  locale: string
  texts: Texts
}) {
  const action = payment.next_action
  const due = payment.amount_to_pay ?? payment.amount
  const amount = formatThb(due)
  const { payer } = payment
  const bank = payer && bankOf(payer.bank_code, banks, locale).name
  // The gateway may find a transfer long after its time: who has sent it need not watch the clock.
  const isSent = payment.payment_method === "bank_transfer" && state.saysPaid
  const looking = <Looking {...{ payment, state, texts }} />
  return (
    <>
      <p className="one2pays-amount">
        <span className="one2pays-hint">{texts.amountDue}</span>{" "}
        <span data-one2pays="amount">{amount}</span>
      </p>
      {payment.amount_to_pay !== undefined && (
        <p className="one2pays-hint">{fill(texts.exactAmount, { amount })}</p>
      )}
      {from}
      {!isSent && <Countdown {...{ payment, locale, texts }} />}
      {payment.payment_method === "bank_transfer" && looking}
      {!isOver && way()}
      {due >= FACE_SCAN_FROM && (
        <p className="one2pays-hint">{texts.largeAmount}</p>
      )}
      {payment.payment_method === "promptpay" && looking}
      {action && <IHavePaid {...{ state, locale, texts }} />}
    </>
  )

  function way() {
    if (action?.qr_svg) {
      return (
        <>
          <QrCode
            svg={action.qr_svg}
            facts={{
              payee: payment.merchant_name,
              amount,
              reference: fill(texts.cardReference, {
                reference: shortReference(payment.reference_id),
              }),
              until:
                payment.expires_at === null
                  ? undefined
                  : fill(texts.cardUntil, {
                      time: timeOfDay(payment.expires_at, locale),
                    }),
            }}
            bank={bank}
            fileName={`promptpay-${payment.reference_id}.png`}
            texts={texts}
          />
          {action.url && (
            <PaymentPageLink url={action.url} isPrimary={false} texts={texts} />
          )}
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
        return <TransferInstructions {...{ payment, locale, isSent, texts }} />
      case "promptpay":
        return <PageOnly url={action?.url} texts={texts} />
      default:
        payment.payment_method satisfies never
        return null
    }
  }
}

/** PromptPay where only the gateway's page shows the QR code. */
function PageOnly({ url, texts }: { url: string | undefined; texts: Texts }) {
  if (!url) {
    return (
      <p className="one2pays-qr__card one2pays-qr__place">{texts.noPage}</p>
    )
  }
  return (
    <>
      <PaymentPageLink url={url} texts={texts} />
      <p className="one2pays-hint">{texts.pageOnly}</p>
    </>
  )
}
