import { useRef, useState, type KeyboardEvent } from "react"
import { findBanks, THAI_BANKS, toLocale, type ThaiBank } from "../../index"
import type { Texts } from "../texts/texts"
import type { ControlProps } from "./field"

const ANOTHER = "another"

/** Longer than people who type pause between two letters. */
const PAUSE_MS = 1_000

/**
 * The platform's own list, which every phone and screen reader can show, beside the color of the chosen bank. Whoever has
 * a keyboard types any name of the bank, in Thai or English. Where the shop takes every bank, three digits name one that
 * the list lacks.
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

  const typed = useRef({ text: "", at: 0 })
  function typeAhead(event: KeyboardEvent) {
    const { key, timeStamp, ctrlKey, metaKey, altKey } = event
    const { text, at } = typed.current
    const before = timeStamp - at < PAUSE_MS ? text : ""
    // A space alone opens the list.
    const isLetter = key.length === 1 && (key !== " " || before !== "")
    if (!isLetter || ctrlKey || metaKey || altKey) {
      return
    }
    typed.current = { text: before + key, at: timeStamp }
    const [found] = findBanks(before + key, banks)
    if (found) {
      // The browser's own search knows the shown names alone.
      event.preventDefault()
      setWantsAnother(false)
      onPick(found.code)
    }
  }

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
        onKeyDown={typeAhead}
        onBlur={isAnother ? undefined : onBlur}
      >
        <option value="">{texts.chooseBank}</option>
        {banks.map((bank) => (
          <option key={bank.code} value={bank.code}>
            {/* Thais look for the name itself, and so does the list's own search. */}
            {bank.name[language].replace(/^ธนาคาร/, "")}
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
