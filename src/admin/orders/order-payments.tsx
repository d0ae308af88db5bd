import { Alert, Container, Heading, Text } from "@medusajs/ui"
import { useTranslation } from "react-i18next"
import { Link } from "react-router-dom"
import { bankName } from "../format/banks"
import { formatBaht, formatMoment } from "../format/money"
import { usePayments, type Payment } from "../payments/payments"
import { usePayouts, type Payout } from "../payouts/withdraws"
import type { Polled } from "../client/polling"
import { Facts } from "../ui/facts"
import { LoadFailure } from "../ui/load-failure"
import { PaymentMenu } from "../payments/payment-menu"
import { PaymentStateBadge } from "../payments/payment-state-badge"
import { PayoutStateBadge } from "../payouts/payout-state-badge"

/** More attempts for one order than anybody makes. */
const SHOWN = 20

/** What One2Pays has to do with an order: each attempt to pay it, and money that went back. Nothing for other orders. */
export function OrderPayments({ orderId }: { orderId: string }) {
  const { t } = useTranslation("one2pays")
  const payments = usePayments({ order_id: orderId, limit: SHOWN })
  const attempts = payments.data?.payments ?? []
  const isOurs = attempts.length > 0
  const withdraws = usePayouts(
    { order_id: orderId, limit: SHOWN },
    { enabled: isOurs }
  )
  // Of an order that somebody may not know more of, they need not know that either.
  if (!isOurs && (payments.data || !isToBeTold(payments))) {
    return null
  }
  return (
    <Container className="divide-y p-0" data-testid="one2pays-order">
      <div className="px-6 py-4">
        <Heading level="h2">One2Pays</Heading>
      </div>
      <LoadFailure query={payments} />
      {attempts.map((payment) => (
        <Attempt key={payment.id} payment={payment} />
      ))}
      {isToBeTold(withdraws) && <LoadFailure query={withdraws} />}
      {Boolean(withdraws.data?.withdraws.length) && (
        <div className="flex flex-col gap-y-3 px-6 py-4">
          <Text size="small" weight="plus" leading="compact">
            {t("payments.wentBack")}
          </Text>
          {withdraws.data?.withdraws.map((withdraw) => (
            <GoneBack key={withdraw.id} withdraw={withdraw} />
          ))}
        </div>
      )}
    </Container>
  )
}

const isToBeTold = ({ data, error }: Polled<unknown>): boolean =>
  error !== null && (data !== undefined || error.status !== 403)

function Attempt({ payment }: { payment: Payment }) {
  const { t, i18n } = useTranslation("one2pays")
  const moment = (time: string | null) =>
    time && formatMoment(time, i18n.language)
  const { payer } = payment
  return (
    <section data-testid="one2pays-attempt">
      <div className="flex items-center justify-between gap-x-2 px-6 pt-4">
        <Text weight="plus" className="tabular-nums">
          {formatBaht(payment.amount, i18n.language)}
        </Text>
        <div className="flex items-center gap-x-2">
          <PaymentStateBadge payment={payment} />
          <PaymentMenu payment={payment} />
        </div>
      </div>
      {payment.issue && !payment.issue.resolved_at && (
        <div className="px-6 pt-3">
          <Alert variant="warning">
            {t(`payments.issue.${payment.issue.code}.title`)}{" "}
            <Link
              className="text-ui-fg-interactive"
              to={`/one2pays/payments?q=${payment.reference_id ?? ""}`}
            >
              {t("payments.toIssue")}
            </Link>
          </Alert>
        </div>
      )}
      <Facts
        rows={[
          [
            t("payments.fact.method"),
            t(`payments.method.${payment.payment_method}`),
          ],
          [
            t("payments.fact.payer"),
            `${payer.account_name}, ${bankName(payer.bank_code, i18n.language)} ••${payer.last4}`,
          ],
          [t("payments.fact.reference"), payment.reference_id],
          [t("payments.fact.gatewayId"), payment.gateway_payment_id],
          [t("payments.fact.created"), moment(payment.created_at)],
          [
            t("payments.fact.expires"),
            payment.state === "open" && moment(payment.expires_at),
          ],
          [t("payments.fact.paid"), moment(payment.settled_at)],
          [t("payments.fact.ended"), moment(payment.ended_at)],
        ]}
      />
    </section>
  )
}

function GoneBack({ withdraw }: { withdraw: Payout }) {
  const { t, i18n } = useTranslation("one2pays")
  return (
    <Link
      to={`/one2pays/payouts/${withdraw.id}`}
      className="flex items-center justify-between gap-x-2"
      data-testid="one2pays-went-back"
    >
      <Text size="small" leading="compact" className="text-ui-fg-interactive">
        {t(`payouts.kind.${withdraw.kind}`)}{" "}
        {formatBaht(withdraw.amount, i18n.language)}
      </Text>
      <PayoutStateBadge state={withdraw.state} />
    </Link>
  )
}
