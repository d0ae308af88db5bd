import { Badge, Text } from "@medusajs/ui"
import { useContext, type ReactNode } from "react"
import { useTranslation } from "react-i18next"
import { Names } from "../client/staff"
import { formatMoment } from "../format/date"
import { amountsIn } from "../format/amounts-in"
import { formatBaht } from "../format/money"
import type { Payment } from "../payments/payments"
import type { Withdraw } from "../payouts/withdraws"
import { isOpen } from "../ui/is-open"
import { LinkButton } from "../ui/link-button"
import { IssueActions, type IssueActionsProps } from "./issue-actions"
import { adviceOn } from "./issue-advice"

interface Props extends Omit<IssueActionsProps, "code"> {
  issue: NonNullable<Payment["issue"] | Withdraw["issue"]>
  /** The part of our texts that speaks of it. */
  texts: "issue" | "withdrawIssue"
  amount: number
  facts: ReactNode
  links: ReactNode
  /** How a payout stands that has not left yet. */
  unsent?: { waitsFor: string | null }
}

/** Money that needs a person: what happened, what staff can do, and the buttons for it. */
export function IssueCard({
  issue,
  texts,
  amount,
  facts,
  links,
  unsent,
  ...actions
}: Props) {
  const { t, i18n } = useTranslation("one2pays")
  const nameOf = useContext(Names)
  const moment = (time: string) => formatMoment(time, i18n.language)
  const inBaht = formatBaht(amount, i18n.language)
  // The amount is then the expected one, and only the detail names the one that came.
  const isOther =
    issue.code === "amount_mismatch" || issue.code === "currency_mismatch"
  const detail = issue.detail && amountsIn(issue.detail, i18n.language)
  const about = `payments.${texts}.${issue.code}`
  const text = (part: "title" | "happened") =>
    t(`${about}.${part}`, { amount: inBaht })
  return (
    <li
      className="flex flex-col gap-y-3 px-6 py-4"
      data-testid="one2pays-issue"
    >
      <div className="flex flex-wrap items-center gap-x-3 gap-y-1">
        <Text weight="plus" className="tabular-nums">
          {isOther ? t("payments.expected", { amount: inBaht }) : inBaht}
        </Text>
        <Badge size="2xsmall" color={issue.resolved_at ? "grey" : "red"}>
          {text("title")}
        </Badge>
        {issue.raised_at && (
          <Text size="small" className="text-ui-fg-subtle">
            {t("payments.since", { time: moment(issue.raised_at) })}
          </Text>
        )}
      </div>
      <div>
        {isOther ? (
          <Text size="small" weight="plus" className="break-words">
            {detail}
          </Text>
        ) : (
          <>
            <Text size="small">{text("happened")}</Text>
            <Text size="xsmall" className="text-ui-fg-subtle break-words">
              {detail}
            </Text>
          </>
        )}
      </div>
      {facts}
      {issue.resolved_at ? (
        <div>
          <Text size="small" className="text-ui-fg-subtle">
            {t("payments.closedBy", {
              name: nameOf(issue.resolved_by ?? ""),
              time: moment(issue.resolved_at),
            })}
          </Text>
          <Text size="small" className="break-words">
            {issue.resolution}
          </Text>
        </div>
      ) : issue.paying_back_since ? (
        <Text size="small" data-testid="one2pays-paying-back">
          {t("payments.payingBack", { time: moment(issue.paying_back_since) })}
        </Text>
      ) : (
        <>
          {issue.pay_back_id && (
            <Text size="small">{t("payments.payBackFailed")}</Text>
          )}
          <Text size="small" className="text-ui-fg-subtle">
            <span className="txt-compact-small-plus">
              {t("payments.todo")}:{" "}
            </span>
            {t(adviceOn(about, actions.payBack !== undefined, unsent))}
          </Text>
        </>
      )}
      <div className="flex flex-wrap items-center gap-2">
        {isOpen(issue) && <IssueActions code={issue.code} {...actions} />}
        {issue.pay_back_id && (
          <LinkButton to={`/one2pays/payouts/${issue.pay_back_id}`}>
            {t("payments.payBackPayout")}
          </LinkButton>
        )}
        {links}
      </div>
    </li>
  )
}
