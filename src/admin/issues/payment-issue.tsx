import { useTranslation } from "react-i18next"
import { formatBaht } from "../format/money"
import { usePaymentAction, type Payment } from "../payments/payments"
import { accountLine, PayerWarningBadge } from "../ui/account/payer-warning"
import { IssueCard } from "./issue-card"
import { IssueFacts } from "./issue-facts"
import type { Issue } from "./issues"

/** Money that came and does not fit its order. */
export function PaymentIssue({
  payment,
  order,
}: {
  payment: Payment
  order: Issue["order"]
}) {
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
          payment.pay_back_amount !== null
            ? t(
                issue.owed === null
                  ? "payments.sure.payBack"
                  : "payments.sure.payBackOwed",
                {
                  amount: formatBaht(payment.pay_back_amount, i18n.language),
                  name: payer.account_name,
                  last4: payer.last4,
                }
              )
            : undefined
        }
        canCheck
        right="one2pays_payment:update"
        facts={
          <IssueFacts
            order={order}
            orderId={order_id}
            account={accountLine(payer, i18n.language)}
            reference={payment.reference_id}
          />
        }
        links={<PayerWarningBadge about={payment} />}
      />
    )
  )
}
