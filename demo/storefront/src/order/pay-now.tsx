import {
  formatThb,
  type One2PaysPayment,
} from "medusa-plugin-one2pays/storefront"
import { useLocale } from "../shop/locale-context"
import { Countdown } from "./countdown"
import { QrCode } from "./qr-code"

/** What the customer does now: scan the QR code, or go to the gateway's payment page. */
export function PayNow({ payment }: { payment: One2PaysPayment }) {
  const { t } = useLocale()
  const action = payment.next_action
  const until = action?.expires_at ?? payment.expires_at
  return (
    <div className="pay-now">
      <p className="amount" data-testid="amount">
        {formatThb(payment.amount)}
      </p>
      {action?.qr_svg && (
        <QrCode
          svg={action.qr_svg}
          amount={formatThb(payment.amount)}
          fileName={`promptpay-${payment.reference_id}.png`}
        />
      )}
      {until && <Countdown until={until} />}
      {action?.url && (
        <a
          className="button button--primary"
          href={action.url}
          target="_blank"
          rel="noopener"
          data-testid="open-bank-app"
        >
          {action.qr_svg ? t.order.openBankApp : t.order.openPaymentPage}
        </a>
      )}
      {action?.qr_svg && (
        <ol className="steps">
          {t.order.steps.map((step) => (
            <li key={step}>{step}</li>
          ))}
        </ol>
      )}
      {action && !action.qr_svg && (
        <p className="muted">{t.order.transferHint}</p>
      )}
    </div>
  )
}
