import { toLocale, type ThaiBank } from "../../index"
import type { ControlProps } from "./field"

/** The platform's own list, which every phone and screen reader can show, beside the color of the chosen bank. */
export function BankPicker({
  control,
  banks,
  code,
  locale,
  placeholder,
  onPick,
  onBlur,
}: {
  control: ControlProps
  banks: readonly ThaiBank[]
  code: string
  locale: string
  placeholder: string
  onPick: (code: string) => void
  onBlur: () => void
}) {
  const language = toLocale(locale)
  const known = banks.find((bank) => bank.code === code)
  return (
    <div className="one2pays-bank">
      <span
        className="one2pays-bank__color"
        style={{ backgroundColor: known?.color }}
        aria-hidden="true"
      />
      <select
        {...control}
        value={code}
        onChange={(event) => onPick(event.target.value)}
        onBlur={onBlur}
      >
        <option value="">{placeholder}</option>
        {/* The shop may have remembered it from another list, and the form would send it. */}
        {code && !known && <option value={code}>{code}</option>}
        {banks.map((bank) => (
          <option key={bank.code} value={bank.code}>
            {bank.name[language]}
          </option>
        ))}
      </select>
    </div>
  )
}
