import { useMemo } from "react"
import { useTranslation } from "react-i18next"
import { formatDay } from "../../format/date"
import { shopDay, toPicked } from "../../format/shop-day"

/** A filter of days with core's own words, for a column of a list. */
export function useDayFilter() {
  const { t, i18n } = useTranslation()
  return useMemo(
    () => (label: string) => ({
      type: "date" as const,
      label,
      rangeOptionLabel: t("filters.date.custom"),
      rangeOptionStartLabel: t("filters.date.starting"),
      rangeOptionEndLabel: t("filters.date.ending"),
      formatDateValue: (day: Date) => formatDay(day, i18n.language),
      options: (
        [
          ["today", 0],
          ["lastSevenDays", 7],
          ["lastThirtyDays", 30],
        ] as const
      ).map(([name, days]) => ({
        label: t(`filters.date.${name}`),
        value: { $gte: toPicked(shopDay(new Date(), days)) },
      })),
    }),
    [t, i18n.language]
  )
}
