import { useTranslation } from "react-i18next"
import { formatBaht } from "../format/money"
import { useWithdrawAction, type Withdraw } from "../payouts/withdraws"
import { LinkButton } from "../ui/link-button"
import { accountLine, PayerWarningBadge } from "../ui/account/payer-warning"
import { IssueCard } from "./issue-card"
import { IssueFacts } from "./issue-facts"
import type { Issue } from "./issues"

/** Money that left the shop otherwise than it should have, or did not leave. */
export function WithdrawIssue({
  withdraw,
  order,
}: {
  withdraw: Withdraw
  order: Issue["order"]
}) {
  const { t, i18n } = useTranslation("one2pays")
  const action = useWithdrawAction(withdraw.id)
  const { issue, amount, order_id } = withdraw
  return (
    issue && (
      <IssueCard
        issue={issue}
        texts="withdrawIssue"
        amount={amount}
        action={action}
        payBack={
          withdraw.can_pay_back
            ? t("payments.sure.payBackAgain", {
                amount: formatBaht(amount, i18n.language),
                name: withdraw.account_name,
                last4: withdraw.account_last4,
              })
            : undefined
        }
        unsent={
          issue.code === "delayed" && withdraw.state === "approved"
            ? { waitsFor: withdraw.waits_for }
            : undefined
        }
        right="one2pays_withdraw:update"
        canCheck={withdraw.sent_at !== null && withdraw.state !== "paid"}
        facts={
          <IssueFacts
            order={order}
            orderId={order_id}
            account={accountLine(
              { ...withdraw, last4: withdraw.account_last4 },
              i18n.language
            )}
            reference={withdraw.reference_id}
          />
        }
        links={
          <>
            <LinkButton to={`/one2pays/payouts/${withdraw.id}`}>
              {t("payments.payout")}
            </LinkButton>
            <PayerWarningBadge about={withdraw} />
          </>
        }
      />
    )
  )
}
