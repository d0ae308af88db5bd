import { Badge, Text } from "@medusajs/ui"
import type { ReactNode } from "react"
import { useTranslation } from "react-i18next"
import { formatBaht, formatMoment } from "../format"
import { useNames } from "../staff"

/** Money that needs a person, whichever way it was going. */
export interface ShownIssue {
  amount: number
  title: string
  /** One sentence each. */
  happened: string
  todo: string
  /** As the server found it, for whoever has to look closer. */
  detail: string | null
  raised_at: string | null
  resolved_at: string | null
  resolved_by: string | null
  resolution: string | null
}

/** What happened, what can be done, and the buttons that do it. */
export function IssueCard({
  issue,
  links,
  children,
}: {
  issue: ShownIssue
  links: ReactNode
  children: ReactNode
}) {
  const { t, i18n } = useTranslation("one2pays")
  const nameOf = useNames([issue.resolved_by])
  const moment = (time: string) => formatMoment(time, i18n.language)
  return (
    <li
      className="flex flex-col gap-y-3 px-6 py-4"
      data-testid="one2pays-issue"
    >
      <div className="flex flex-wrap items-center gap-x-3 gap-y-1">
        <Text weight="plus" className="tabular-nums">
          {formatBaht(issue.amount, i18n.language)}
        </Text>
        <Badge size="2xsmall" color={issue.resolved_at ? "grey" : "red"}>
          {issue.title}
        </Badge>
        {issue.raised_at && (
          <Text size="small" className="text-ui-fg-muted">
            {t("payments.since", { time: moment(issue.raised_at) })}
          </Text>
        )}
      </div>
      <div>
        <Text size="small">{issue.happened}</Text>
        <Text size="xsmall" className="text-ui-fg-muted break-words">
          {issue.detail}
        </Text>
      </div>
      {issue.resolved_at ? (
        <div>
          <Text size="small" className="text-ui-fg-subtle">
            {t("payments.closedBy", {
              name: nameOf(issue.resolved_by ?? ""),
              time: moment(issue.resolved_at),
            })}
          </Text>
          <Text size="small">{issue.resolution}</Text>
        </div>
      ) : (
        <Text size="small" className="text-ui-fg-subtle">
          <span className="txt-compact-small-plus">{t("payments.todo")}: </span>
          {issue.todo}
        </Text>
      )}
      <div className="flex flex-wrap items-center gap-2">
        {!issue.resolved_at && children}
        {links}
      </div>
    </li>
  )
}
