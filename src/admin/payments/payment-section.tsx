import { Alert, Text } from "@medusajs/ui"
import type { ReactNode } from "react"
import { useTranslation } from "react-i18next"
import { Link } from "react-router-dom"
import { formatMoment } from "../format/date"
import { formatBaht } from "../format/money"
import { Facts } from "../ui/facts"
import { isOpen } from "../ui/is-open"
import { accountLine, PayerWarning } from "../ui/account/payer-warning"
import { PaymentMenu } from "./payment-menu"
import { PaymentStateBadge } from "./payment-state-badge"
import { paymentPath, type Payment } from "./payments"

/** One payment of an order: its state, its actions, its open issue and its facts. */
export function PaymentSection({ payment }: { payment: Payment }) {
  const { i18n } = useTranslation("one2pays")
  return (
    <section data-testid="one2pays-attempt">
      <div className="flex items-center justify-between gap-x-2 px-6 pt-4">
        <Link to={paymentPath(payment)}>
          <Text weight="plus" className="text-ui-fg-interactive tabular-nums">
            {formatBaht(payment.amount, i18n.language)}
          </Text>
        </Link>
        <div className="flex items-center gap-x-2">
          <PaymentStateBadge payment={payment} />
          <PaymentMenu payment={payment} />
        </div>
      </div>
      <PaymentAbout payment={payment} />
    </section>
  )
}

/** A payment's open issue, its warning and its facts. */
export function PaymentAbout({
  payment,
  first = [],
}: {
  payment: Payment
  /** Facts that come before the others. */
  first?: [label: string, value: ReactNode][]
}) {
  const { t, i18n } = useTranslation("one2pays")
  const moment = (time: string | null) =>
    time && formatMoment(time, i18n.language)
  const { payer } = payment
  return (
    <>
      {payment.issue && isOpen(payment.issue) && (
        <div className="px-6 pt-3">
          <Alert variant="warning">
            {t(`payments.issue.${payment.issue.code}.title`)}{" "}
            <Link
              className="text-ui-fg-interactive"
              to={`/one2pays/payments?show=open&q=${payment.reference_id ?? ""}`}
            >
              {t("payments.toIssue")}
            </Link>
          </Alert>
        </div>
      )}
      <PayerWarning about={payment} />
      <Facts
        rows={[
          ...first,
          [
            t("payments.fact.received"),
            payment.received !== null &&
              formatBaht(payment.received, i18n.language),
          ],
          [
            t("payments.fact.method"),
            t(`payments.method.${payment.payment_method}`),
          ],
          [
            t("payments.fact.asked"),
            payment.asked_amount !== payment.amount &&
              formatBaht(payment.asked_amount, i18n.language),
          ],
          [t("payments.fact.payer"), accountLine(payer, i18n.language)],
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
    </>
  )
}
