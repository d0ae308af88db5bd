import { PaymentSection } from "../payments/payment-section"
import type { PaymentList } from "../payments/payments"
import { MoneyBack } from "../payouts/money-back"
import { OrderMoney } from "./order-money"

/** How an order's money stands, its payments, and the withdraws that go back to its customer. */
export function OrderDetail({
  orderId,
  list: { payments, order_money },
}: {
  orderId: string
  list: PaymentList
}) {
  return (
    <>
      {order_money && <OrderMoney orderId={orderId} money={order_money} />}
      {payments.map((payment) => (
        <PaymentSection key={payment.id} payment={payment} />
      ))}
      <MoneyBack of={{ order_id: orderId }} />
    </>
  )
}
