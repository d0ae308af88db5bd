import { Container, Heading } from "@medusajs/ui"
import { lazy } from "react"
import { isToBeTold } from "../client/polling"
import { usePayments } from "../payments/payments"
import { LazyPart } from "../ui/load/lazy-part"
import { LoadFailure } from "../ui/load/load-failure"

const OrderDetail = lazy(async () => ({
  default: (await import("./on-demand")).OrderDetail,
}))

/** More payments than an order ever has. */
const SHOWN = 20

/** An order's money and its payments. Shows nothing for orders paid in another way. */
export function OrderPayments({ orderId }: { orderId: string }) {
  const query = usePayments({ order_id: orderId, limit: SHOWN })
  const { data } = query
  const isOurs = data !== undefined && data.payments.length > 0
  // Staff who may not see an order's payments need not learn that there are any.
  if (!isOurs && (data || !isToBeTold(query))) {
    return null
  }
  return (
    <Container className="divide-y p-0" data-testid="one2pays-order">
      <div className="px-6 py-4">
        <Heading level="h2">One2Pays</Heading>
      </div>
      <LoadFailure query={query} />
      {isOurs && (
        <LazyPart>
          <OrderDetail orderId={orderId} list={data} />
        </LazyPart>
      )}
    </Container>
  )
}
