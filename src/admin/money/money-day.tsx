import { useTranslation } from "react-i18next"
import { formatDate } from "../format/date"
import { formatBaht } from "../format/money"
import type { MoneyDay } from "./use-money"

/** One day of the chart, which looks like a tooltip of the dashboard. */
export function MoneyDayTip({ day }: { day: MoneyDay }) {
  const { t, i18n } = useTranslation("one2pays")
  const { language } = i18n
  return (
    <div
      className="bg-ui-bg-base text-ui-fg-base shadow-elevation-tooltip txt-compact-xsmall flex flex-col gap-y-1 rounded-lg px-2.5 py-1.5"
      data-testid="one2pays-money-day"
    >
      <span className="txt-compact-xsmall-plus">
        {formatDate(day.date, language, "long")}
      </span>
      {(["in", "out"] as const).map((kind) => (
        <span key={kind} className="flex justify-between gap-x-4 tabular-nums">
          <span className="text-ui-fg-subtle">{t(`money.${kind}`)}</span>
          {formatBaht(day[kind], language)}
        </span>
      ))}
      {day.issues > 0 && (
        <span className="flex justify-between gap-x-4">
          <span className="text-ui-fg-subtle">{t("money.issues")}</span>
          {t("money.issueCount", { count: day.issues })}
        </span>
      )}
    </div>
  )
}
