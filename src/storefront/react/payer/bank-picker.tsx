import { useState } from "react"
import { THAI_BANKS, toLocale, type ThaiBank } from "../../index"
import type { Texts } from "../texts/texts"
import type { ControlProps } from "./field"

const ANOTHER = "another"

/**
 * The platform's own list, which every phone and screen reader can show, beside the color of the chosen bank. Where the shop
 * takes every bank, three digits name one that the list lacks.
 */
export function BankPicker({
  control,
  banks,
  code,
  locale,
  texts,
  onPick,
  onBlur,
}: {
  control: ControlProps
  banks: readonly ThaiBank[]
  code: string
  locale: string
  texts: Pick<Texts, "chooseBank" | "anotherBank" | "bankNumber">
  onPick: (code: string) => void
  onBlur: () => void
}) {
  const language = toLocale(locale)
  const known = banks.find((bank) => bank.code === code)
  const [wantsAnother, setWantsAnother] = useState(false)
  // The shop may have remembered it from another list, and the form would send it.
  const isAnother = wantsAnother || (code !== "" && !known)
  return (
    <div className="one2pays-bank">
      <span
        className="one2pays-bank__color"
        style={{ backgroundColor: isAnother ? undefined : known?.color }}
        aria-hidden="true"
      />
      <select
        {...control}
        value={isAnother ? ANOTHER : code}
        onChange={({ target: { value } }) => {
          setWantsAnother(value === ANOTHER)
          onPick(value === ANOTHER ? "" : value)
        }}
        onBlur={isAnother ? undefined : onBlur}
      >
        <option value="">{texts.chooseBank}</option>
        {banks.map((bank) => (
          <option key={bank.code} value={bank.code}>
            {bank.name[language]}
          </option>
        ))}
        {(isAnother || banks === THAI_BANKS) && (
          <option value={ANOTHER}>{texts.anotherBank}</option>
        )}
      </select>
      {isAnother && (
        <input
          type="text"
          inputMode="numeric"
          autoComplete="off"
          maxLength={3}
          aria-label={texts.bankNumber}
          aria-describedby={control["aria-describedby"]}
          aria-invalid={control["aria-invalid"]}
          placeholder={texts.bankNumber}
          data-one2pays="bank_number"
          value={code}
          onChange={({ target }) => {
            setWantsAnother(true)
            onPick(target.value)
          }}
          onBlur={onBlur}
        />
      )}
    </div>
  )
}
