import { useTranslation } from "react-i18next"
import { usePaymentAction, type Payment } from "../payments/payments"
import { useAct } from "../ui/use-act"
import { IssueButtons } from "./issue-buttons"
import { IssueCard } from "./issue-card"
import { LinkButton } from "../ui/link-button"

/** Money that came and is not its order's. */
export function PaymentIssue({ payment }: { payment: Payment }) {
  const { t } = useTranslation("one2pays")
  const { mutateAsync, isPending } = usePaymentAction(payment.id)
  const act = useAct()
  const { issue, amount, payer, order_id, can_pay_back } = payment
  const payBack = () =>
    act({
      sure: t("payments.sure.payBack", {
        name: payer.account_name,
        last4: payer.last4,
      }),
      done: t("payments.payBackDone"),
      run: () => mutateAsync({ action: "pay-back" }),
    })
  const check = () => act({ run: () => mutateAsync({ action: "check" }) })
  return (
    issue && (
      <IssueCard
        issue={issue}
        texts="issue"
        amount={amount}
        canPayBack={can_pay_back}
        buttons={
          <IssueButtons
            isPending={isPending}
            payBack={can_pay_back && payBack}
            check={check}
          />
        }
        links={
          order_id && (
            <LinkButton to={`/orders/${order_id}`}>
              {t("payments.order")}
            </LinkButton>
          )
        }
        onClose={(note) =>
          act({ run: () => mutateAsync({ action: "resolve", body: { note } }) })
        }
      />
    )
  )
}
