import { Button } from "@medusajs/ui"
import { useTranslation } from "react-i18next"
import { Link } from "react-router-dom"
import { formatBaht } from "../format"
import { canPayBack } from "../payment-state"
import { usePaymentAction, type Payment } from "../payments"
import { useAct } from "../use-act"
import { CloseIssue } from "./close-issue"
import { IssueCard } from "./issue-card"

/** Money that came and is not its order's. */
export function PaymentIssue({ payment }: { payment: Payment }) {
  const { t, i18n } = useTranslation("one2pays")
  const action = usePaymentAction(payment.id)
  const act = useAct()
  const { issue, payer, order_id } = payment
  if (!issue) {
    return null
  }
  const amount = formatBaht(payment.amount, i18n.language)
  const text = (part: "title" | "happened" | "todo") =>
    t(`payments.issue.${issue.code}.${part}`, { amount })
  return (
    <IssueCard
      issue={{
        ...issue,
        amount: payment.amount,
        title: text("title"),
        happened: text("happened"),
        todo: text("todo"),
      }}
      links={
        order_id && (
          <Button size="small" variant="transparent" asChild>
            <Link to={`/orders/${order_id}`}>{t("payments.order")}</Link>
          </Button>
        )
      }
    >
      {canPayBack(payment) && (
        <Button
          size="small"
          isLoading={action.isPending}
          onClick={() =>
            void act({
              sure: t("payments.sure.payBack", {
                name: payer.account_name,
                last4: payer.last4,
              }),
              done: t("payments.payBackDone"),
              run: () => action.mutateAsync({ action: "pay-back" }),
            })
          }
        >
          {t("payments.payBack")}
        </Button>
      )}
      <Button
        size="small"
        variant="secondary"
        isLoading={action.isPending}
        onClick={() =>
          void act({ run: () => action.mutateAsync({ action: "check" }) })
        }
      >
        {t("payments.check")}
      </Button>
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
