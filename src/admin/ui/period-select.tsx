import { Select } from "@medusajs/ui"
import { useTranslation } from "react-i18next"
import { formatMonth } from "../format/date"

/** Chooses one of some months, or a period that has a name of its own. */
export function PeriodSelect({
  label,
  value,
  months,
  named = [],
  onChange,
}: {
  label: string
  value: string
  /** 2026-11 */
  months: string[]
  named?: { value: string; label: string }[]
  onChange: (value: string) => void
}) {
  const { i18n } = useTranslation("one2pays")
  const periods = [
    ...named,
    ...months.map((month) => ({
      value: month,
      label: formatMonth(month, i18n.language),
    })),
  ]
  return (
    <Select
      size="small"
      dir={i18n.dir()}
      value={value}
      onValueChange={onChange}
    >
      <Select.Trigger className="w-44" aria-label={label}>
        <Select.Value />
      </Select.Trigger>
      <Select.Content>
        {periods.map((period) => (
          <Select.Item key={period.value} value={period.value}>
            {period.label}
          </Select.Item>
        ))}
      </Select.Content>
    </Select>
  )
}
