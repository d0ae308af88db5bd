import { useTranslation } from "react-i18next"
import { formatDate } from "../format/date"
import { formatBaht } from "../format/money"
import type { MoneyAnswer } from "./use-money"

/** The chart for people who cannot see it: the days on which something happened. */
export function MoneyTable({ days }: Pick<MoneyAnswer, "days">) {
  const { t, i18n } = useTranslation("one2pays")
  const { language } = i18n
  return (
    <div className="sr-only">
      <table>
        <caption>{t("money.table")}</caption>
        <thead>
          <tr>
            {(["day", "in", "out", "issues"] as const).map((column) => (
              <th key={column} scope="col">
                {t(`money.${column}`)}
              </th>
            ))}
          </tr>
        </thead>
        <tbody>
          {days
            .filter((day) => day.in || day.out || day.issues)
            .map((day) => (
              <tr key={day.date}>
                <th scope="row">{formatDate(day.date, language, "long")}</th>
                <td>{formatBaht(day.in, language)}</td>
                <td>{formatBaht(day.out, language)}</td>
                <td>{day.issues}</td>
              </tr>
            ))}
        </tbody>
      </table>
    </div>
  )
}
