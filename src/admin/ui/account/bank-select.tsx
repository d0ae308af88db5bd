import { Input, Select } from "@medusajs/ui"
import { useState } from "react"
import { useTranslation } from "react-i18next"
import { bankName, BANKS } from "../../format/banks"
import type { ControlProps } from "./form-field"

const ANOTHER = "another"
const ALL = BANKS.map(({ code }) => code)

/**
 * Chooses a bank. Where the shop takes every bank, three digits name one that the list lacks.
 *
 * @param taken the codes of the banks that the shop takes; null for all
 */
export function BankSelect({
  control,
  code,
  taken,
  onChange,
}: {
  control: ControlProps
  code: string
  taken: readonly string[] | null
  onChange: (code: string) => void
}) {
  const { t, i18n } = useTranslation("one2pays")
  const [isAnother, setAnother] = useState(false)
  return (
    <>
      <Select
        value={isAnother ? ANOTHER : code}
        onValueChange={(value) => {
          setAnother(value === ANOTHER)
          onChange(value === ANOTHER ? "" : value)
        }}
      >
        <Select.Trigger {...control}>
          <Select.Value placeholder={t("bank.choose")} />
        </Select.Trigger>
        <Select.Content>
          {(taken ?? ALL).map((each) => (
            <Select.Item key={each} value={each}>
              {bankName(each, i18n.language)}
            </Select.Item>
          ))}
          {taken === null && (
            <Select.Item value={ANOTHER}>{t("bank.another")}</Select.Item>
          )}
        </Select.Content>
      </Select>
      {isAnother && (
        <Input
          aria-label={t("bank.number")}
          placeholder={t("bank.number")}
          inputMode="numeric"
          maxLength={3}
          value={code}
          onChange={({ target }) => onChange(target.value)}
        />
      )}
    </>
  )
}
