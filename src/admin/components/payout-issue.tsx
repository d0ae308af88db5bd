import { Button } from "@medusajs/ui"
import { useTranslation } from "react-i18next"
import { Link } from "react-router-dom"
import { formatBaht } from "../format"
import { usePayoutAction, type Payout } from "../payouts"
import { useAct } from "../use-act"
import { CloseIssue } from "./close-issue"
import { IssueCard } from "./issue-card"

/** Money that left, or did not leave, otherwise than it should have. */
export function PayoutIssue({ payout }: { payout: Payout }) {
  const { t, i18n } = useTranslation("one2pays")
  const action = usePayoutAction(payout.id)
  const act = useAct()
  const { issue, order_id } = payout
  if (!issue) {
    return null
  }
  const amount = formatBaht(payout.amount, i18n.language)
  const text = (part: "title" | "happened" | "todo") =>
    t(`payments.withdrawIssue.${issue.code}.${part}`, { amount })
  return (
    <IssueCard
      issue={{
        ...issue,
        amount: payout.amount,
        title: text("title"),
        happened: text("happened"),
        todo: text("todo"),
      }}
      links={
        <>
          <Button size="small" variant="transparent" asChild>
            <Link to={`/one2pays/payouts/${payout.id}`}>
              {t("payments.payout")}
            </Link>
          </Button>
          {order_id && (
            <Button size="small" variant="transparent" asChild>
              <Link to={`/orders/${order_id}`}>{t("payments.order")}</Link>
            </Button>
          )}
        </>
      }
    >
      {issue.code === "refund_failed" && payout.payment_id && (
        <Button
          size="small"
          isLoading={action.isPending}
          onClick={() =>
            void act({
              sure: t("payments.sure.payBackAgain", {
                amount,
                name: payout.account_name,
                last4: payout.account_last4,
              }),
              done: t("payments.payBackDone"),
              run: () => action.mutateAsync({ action: "pay-back" }),
            })
          }
        >
          {t("payments.payBack")}
        </Button>
      )}
      <CloseIssue
        onClose={(note) =>
          act({
            run: () =>
              action.mutateAsync({ action: "resolve", body: { note } }),
          })
        }
      />
    </IssueCard>
  )
}
