import { useTranslation } from "react-i18next"
import { formatBaht } from "../format/money"
import { usePaymentAction, type Payment } from "../payments/payments"
import { LinkButton } from "../ui/link-button"
import { PayerWarningBadge } from "../ui/payer-warning"
import { IssueCard } from "./issue-card"

/** Money that came and does not fit its order. */
export function PaymentIssue({ payment }: { payment: Payment }) {
  const { t, i18n } = useTranslation("one2pays")
  const action = usePaymentAction(payment.id)
  const { issue, payer, order_id } = payment
  return (
    issue && (
      <IssueCard
        issue={issue}
        texts="issue"
        amount={issue.owed ?? payment.amount}
        action={action}
        payBack={
          payment.can_pay_back
            ? t(
                issue.owed === null
                  ? "payments.sure.payBack"
                  : "payments.sure.payBackOwed",
                {
                  amount: formatBaht(
                    issue.owed ?? payment.amount,
                    i18n.language
                  ),
                  name: payer.account_name,
                  last4: payer.last4,
                }
              )
            : undefined
        }
        canCheck
        links={
          <>
            {order_id && (
              <LinkButton to={`/orders/${order_id}`}>
                {t("payments.order")}
              </LinkButton>
            )}
            <PayerWarningBadge about={payment} />
          </>
        }
      />
    )
  )
}
