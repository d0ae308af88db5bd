import { Container, Heading, Text } from "@medusajs/ui"
import { useTranslation } from "react-i18next"
import type { Polled } from "../client/polling"
import { PaymentSection } from "../payments/payment-section"
import { usePayments } from "../payments/payments"
import { WithdrawLink } from "../payouts/withdraw-link"
import { useWithdraws } from "../payouts/withdraws"
import { LoadFailure } from "../ui/load-failure"

/** More payments and withdraws than an order ever has. */
const SHOWN = 20

/** An order's payments, and the money that went back to its customer. Shows nothing for orders paid in another way. */
export function OrderPayments({ orderId }: { orderId: string }) {
  const { t } = useTranslation("one2pays")
  const query = usePayments({ order_id: orderId, limit: SHOWN })
  const payments = query.data?.payments ?? []
  const isOurs = payments.length > 0
  const withdrawsQuery = useWithdraws(
    { order_id: orderId, limit: SHOWN },
    { enabled: isOurs }
  )
  const withdraws = withdrawsQuery.data?.withdraws ?? []
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
      {payments.map((payment) => (
        <PaymentSection key={payment.id} payment={payment} />
      ))}
      {isToBeTold(withdrawsQuery) && <LoadFailure query={withdrawsQuery} />}
      {withdraws.length > 0 && (
        <div className="flex flex-col gap-y-3 px-6 py-4">
          <Text size="small" weight="plus" leading="compact">
            {t("payments.wentBack")}
          </Text>
          {withdraws.map((withdraw) => (
            <WithdrawLink key={withdraw.id} withdraw={withdraw} />
          ))}
        </div>
      )}
    </Container>
  )
}

const isToBeTold = ({ data, error }: Polled<unknown>): boolean =>
  error !== null && (data !== undefined || error.status !== 403)
