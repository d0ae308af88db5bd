import { PaymentDetail } from "../payments/detail/payment-detail"
import { MoneyBack } from "../payouts/money-back"

/** One payment, and the money of it that went back. */
export function PaymentPage({ id }: { id: string }) {
  return (
    <PaymentDetail
      id={id}
      renderBack={(payment_id) => <MoneyBack of={{ payment_id }} />}
    />
  )
}
