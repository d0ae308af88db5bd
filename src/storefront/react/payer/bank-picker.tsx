import { useRef, useState, type KeyboardEvent } from "react"
import {
  findBanks,
  THAI_BANKS,
  toLocale,
  type Locale,
  type ThaiBank,
} from "../../index"
import type { Texts } from "../texts/texts"
import { fill } from "../texts/texts-for"
import type { ControlProps } from "./field"

const ANOTHER = "another"

/** Longer than people who type pause between two letters. */
const PAUSE_MS = 1_000

/**
 * The platform's own list, which every phone and screen reader can show, beside the color of the chosen bank. Whoever has
 * a keyboard types any name of the bank, in Thai or English. A phone's list takes no letters, so a field above it, which
 * only fingers see, narrows it. Where the shop takes every bank, three digits name one that the list lacks.
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
  texts: Pick<
    Texts,
    | "chooseBank"
    | "anotherBank"
    | "bankNumber"
    | "bankSearch"
    | "banksFound"
    | "bankNotFound"
  >
  onPick: (code: string) => void
  onBlur: () => void
}) {
  const language = toLocale(locale)
  const known = banks.find((bank) => bank.code === code)
  const [wantsAnother, setWantsAnother] = useState(false)
  // The shop may have remembered it from another list, and the form would send it.
  const isAnother = wantsAnother || (code !== "" && !known)

  const [search, setSearch] = useState("")
  const found = lookFor(search, banks)
  const listed = found?.length ? found : banks
  const prompt =
    !found || found.length === 1
      ? texts.chooseBank
      : found.length > 1
        ? fill(texts.banksFound, { count: String(found.length) })
        : texts.bankNotFound

  function pick(bank: ThaiBank | undefined) {
    setWantsAnother(false)
    onPick(bank?.code ?? "")
  }

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
    const [likeliest] = findBanks(before + key, banks)
    if (likeliest) {
      // The browser's own search knows the shown names alone.
      event.preventDefault()
      pick(likeliest)
    }
  }

  return (
    <>
      <input
        className="one2pays-bank-search"
        type="text"
        inputMode="search"
        enterKeyHint="done"
        autoComplete="off"
        aria-label={texts.bankSearch}
        placeholder={texts.bankSearch}
        data-one2pays="bank_search"
        value={search}
        onChange={({ target }) => {
          setSearch(target.value)
          const fitting = lookFor(target.value, banks)
          if (fitting) {
            // Of several the customer chooses, so that none is chosen unseen.
            pick(fitting.length === 1 ? fitting[0] : undefined)
          }
        }}
        onKeyDown={(event) => {
          if (event.key === "Enter") {
            // It would send the shop's form.
            event.preventDefault()
            if (found?.[0]) pick(found[0])
          }
        }}
      />
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
            setSearch("")
            setWantsAnother(value === ANOTHER)
            onPick(value === ANOTHER ? "" : value)
          }}
          onKeyDown={typeAhead}
          onBlur={isAnother ? undefined : onBlur}
        >
          <option value="">{prompt}</option>
          {[...new Set([...listed, ...(known ? [known] : [])])].map((bank) => (
            <option key={bank.code} value={bank.code}>
              {shortName(bank, language)}
            </option>
          ))}
          {(isAnother || banks === THAI_BANKS) && (
            <option value={ANOTHER}>{texts.anotherBank}</option>
          )}
        </select>
        <span className="one2pays-unseen" role="status">
          {found && (known ? shortName(known, language) : prompt)}
        </span>
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
    </>
  )
}

/** The banks that fit what was typed; null while that is nothing, or the beginning of the word that all have. */
function lookFor(
  text: string,
  banks: readonly ThaiBank[]
): readonly ThaiBank[] | null {
  const found = findBanks(text, banks)
  return text.trim() === "" ||
    (found.length === 0 && "ธนาคาร".startsWith(text.trim()))
    ? null
    : found
}

/** Thais look for the name itself, and so does the list's own search. */
const shortName = ({ name }: ThaiBank, language: Locale) =>
  name[language].replace(/^ธนาคาร/, "")
