import { Container, Heading } from "@medusajs/ui"
import { lazy } from "react"
import { isToBeTold } from "../client/polling"
import { PaymentSection } from "../payments/payment-section"
import { usePayments } from "../payments/payments"
import { MoneyBack } from "../payouts/money-back"
import { LazyPart } from "../ui/lazy-part"
import { LoadFailure } from "../ui/load-failure"

const OrderMoney = lazy(() => import("./order-money"))

/** More payments than an order ever has. */
const SHOWN = 20

/** An order's money, its payments, and the withdraws that go back to its customer. Shows nothing for orders paid in another way. */
export function OrderPayments({ orderId }: { orderId: string }) {
  const query = usePayments({ order_id: orderId, limit: SHOWN })
  const payments = query.data?.payments ?? []
  const isOurs = payments.length > 0
  // Staff who may not see an order's payments need not learn that there are any.
  if (!isOurs && (query.data || !isToBeTold(query))) {
    return null
  }
  return (
    <Container className="divide-y p-0" data-testid="one2pays-order">
      <div className="px-6 py-4">
        <Heading level="h2">One2Pays</Heading>
      </div>
      <LoadFailure query={query} />
      {isOurs && query.data?.order_money && (
        <div className="px-6 py-4">
          <LazyPart height="h-16">
            <OrderMoney orderId={orderId} money={query.data.order_money} />
          </LazyPart>
        </div>
      )}
      {payments.map((payment) => (
        <PaymentSection key={payment.id} payment={payment} />
      ))}
      {isOurs && <MoneyBack of={{ order_id: orderId }} />}
    </Container>
  )
}
