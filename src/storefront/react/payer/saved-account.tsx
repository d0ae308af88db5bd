import { useEffect, useId, useRef, useState } from "react"
import type { SavedPayer, ThaiBank } from "../../index"
import { bankOf } from "../texts/bank-of"
import type { Texts } from "../texts/texts"
import { fill } from "../texts/texts-for"

/** One remembered account: a radio button where one is chosen, and a button that has the shop forget the account. */
export function SavedAccount({
  payer,
  choice,
  onForget,
  banks,
  locale,
  texts,
}: {
  payer: SavedPayer
  /** Undefined where no account is chosen. */
  choice?: {
    /** Name of the group of radio buttons. */
    group: string
    isChosen: boolean
    onChoose: () => void
  }
  /** Resolves with false when the shop still has it. */
  onForget: () => Promise<boolean>
  banks: readonly ThaiBank[]
  locale: string
  texts: Texts
}) {
  const [asking, setAsking] = useState<"no" | "yes" | "forgetting">("no")
  const { name, color } = bankOf(payer.bank_code, banks, locale)
  const ending = fill(texts.endingIn, { last4: payer.last4 })

  async function forget() {
    setAsking("forgetting")
    if (!(await onForget())) setAsking("no")
  }

  const Label = choice ? "label" : "div"
  return (
    <div className="one2pays-choice one2pays-account">
      <Label className="one2pays-account__label">
        {choice && (
          <input
            type="radio"
            name={choice.group}
            value={payer.id}
            checked={choice.isChosen}
            data-one2pays="saved-account"
            onChange={choice.onChoose}
          />
        )}
        <span>
          <strong>
            <span
              className="one2pays-account__color"
              style={{ backgroundColor: color }}
              aria-hidden="true"
            />
            {name}
          </strong>
          <span className="one2pays-hint">
            <span aria-hidden="true">{`••${payer.last4}`}</span>
            <span className="one2pays-unseen">{ending}</span>
          </span>
        </span>
      </Label>
      <ForgetButton
        account={`${name} ${ending}`}
        asking={asking}
        onAsk={() => setAsking("yes")}
        onKeep={() => setAsking((now) => (now === "yes" ? "no" : now))}
        onForget={() => void forget()}
        texts={texts}
      />
    </div>
  )
}

/** A button that asks for a confirmation in its own place. */
function ForgetButton({
  account,
  asking,
  onAsk,
  onKeep,
  onForget,
  texts,
}: {
  account: string
  asking: "no" | "yes" | "forgetting"
  onAsk: () => void
  onKeep: () => void
  onForget: () => void
  texts: Texts
}) {
  const button = useRef<HTMLButtonElement>(null)
  const keep = useRef<HTMLButtonElement>(null)
  const question = useId()
  const wasAsking = useRef(false)

  // The focus moves to the question, and returns when the customer answers no.
  useEffect(() => {
    const isAsking = asking !== "no"
    if (isAsking !== wasAsking.current) {
      ;(isAsking ? keep : button).current?.focus()
    }
    wasAsking.current = isAsking
  }, [asking])

  if (asking === "no") {
    return (
      <button
        type="button"
        ref={button}
        className="one2pays-link"
        aria-label={fill(texts.forgetAccount, { account })}
        data-one2pays="forget"
        onClick={onAsk}
      >
        {texts.forget}
      </button>
    )
  }
  return (
    <span
      className="one2pays-ask"
      role="group"
      aria-labelledby={question}
      onKeyDown={(event) => {
        if (event.key === "Escape") onKeep()
      }}
    >
      <span id={question}>
        {texts.forgetQuestion}
        <span className="one2pays-unseen"> {account}</span>
      </span>
      <button
        type="button"
        className="one2pays-link one2pays-link--bad"
        // A disabled button would lose the focus.
        aria-disabled={asking === "forgetting"}
        data-one2pays="forget-yes"
        onClick={() => {
          if (asking === "yes") onForget()
        }}
      >
        {texts.yes}
      </button>
      <button
        type="button"
        ref={keep}
        className="one2pays-link"
        data-one2pays="forget-no"
        onClick={onKeep}
      >
        {texts.no}
      </button>
    </span>
  )
}
