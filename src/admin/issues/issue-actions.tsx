import { Button } from "@medusajs/ui"
import { useTranslation } from "react-i18next"
import { useMay, type Right } from "../client/rights"
import { AskWhy } from "../ui/act/ask-why"
import { MissingRights } from "../ui/act/missing-rights"
import { useAct } from "../ui/act/use-act"

/** The actions on a payment or withdraw that its issue needs. */
export interface IssueAction {
  isPending: boolean
  mutateAsync: (request: {
    action: "pay-back" | "check" | "resolve"
    body?: object
  }) => Promise<unknown>
}

export interface IssueActionsProps {
  /** The code of the issue that staff see: nobody closes one that took its place unseen. */
  code: string
  action: IssueAction
  /** The question before the money goes back. Absent where paying back would fail. */
  payBack: string | undefined
  canCheck: boolean
  /** The right to check it and to close its issue. */
  right: Right
}

const PAY_BACK: Right = "one2pays_withdraw:create"

/** The buttons of an open issue. Staff resolve it with a note of what they did. */
export function IssueActions({
  code,
  action: { isPending, mutateAsync },
  payBack,
  canCheck,
  right,
}: IssueActionsProps) {
  const { t } = useTranslation("one2pays")
  const act = useAct()
  const may = useMay()
  return (
    <>
      {payBack && may(PAY_BACK) && (
        <Button
          size="small"
          isLoading={isPending}
          onClick={() =>
            void act({
              sure: payBack,
              yes: t("payments.payBack"),
              run: () => mutateAsync({ action: "pay-back" }),
              done: t("payments.payBackDone"),
            })
          }
        >
          {t("payments.payBack")}
        </Button>
      )}
      {canCheck && may(right) && (
        <Button
          size="small"
          variant="secondary"
          isLoading={isPending}
          onClick={() =>
            void act({ run: () => mutateAsync({ action: "check" }) })
          }
        >
          {t("payments.check")}
        </Button>
      )}
      {may(right) && (
        <AskWhy
          required
          label={t("payments.close.action")}
          title={t("payments.close.title")}
          description={t("payments.close.why")}
          onConfirm={(note) =>
            act({
              run: () =>
                mutateAsync({ action: "resolve", body: { note, issue: code } }),
            })
          }
        />
      )}
      <MissingRights needed={payBack ? [PAY_BACK, right] : [right]} />
    </>
  )
}
