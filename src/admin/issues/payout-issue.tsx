import { useTranslation } from "react-i18next"
import { formatBaht } from "../format/money"
import { usePayoutAction, type Payout } from "../payouts/withdraws"
import { useAct } from "../ui/use-act"
import { IssueButtons } from "./issue-buttons"
import { IssueCard } from "./issue-card"
import { LinkButton } from "../ui/link-button"

/** Money that left, or did not leave, otherwise than it should have. */
export function PayoutIssue({ payout }: { payout: Payout }) {
  const { t, i18n } = useTranslation("one2pays")
  const { mutateAsync, isPending } = usePayoutAction(payout.id)
  const act = useAct()
  const { issue, amount, order_id, can_pay_back } = payout
  const payBack = () =>
    act({
      sure: t("payments.sure.payBackAgain", {
        amount: formatBaht(amount, i18n.language),
        name: payout.account_name,
        last4: payout.account_last4,
      }),
      done: t("payments.payBackDone"),
      run: () => mutateAsync({ action: "pay-back" }),
    })
  const check = () => act({ run: () => mutateAsync({ action: "check" }) })
  return (
    issue && (
      <IssueCard
        issue={issue}
        texts="withdrawIssue"
        amount={amount}
        canPayBack={can_pay_back}
        buttons={
          <IssueButtons
            isPending={isPending}
            payBack={can_pay_back && payBack}
            check={payout.sent_at !== null && payout.state !== "paid" && check}
          />
        }
        links={
          <>
            <LinkButton to={`/one2pays/payouts/${payout.id}`}>
              {t("payments.payout")}
            </LinkButton>
            {order_id && (
              <LinkButton to={`/orders/${order_id}`}>
                {t("payments.order")}
              </LinkButton>
            )}
          </>
        }
        onClose={(note) =>
          act({ run: () => mutateAsync({ action: "resolve", body: { note } }) })
        }
      />
    )
  )
}
