import { useEffect, useId, useRef, useState } from "react"
import { describeError, type SavedPayer, type ThaiBank } from "../../index"
import type { Texts } from "../texts/texts"
import { fill } from "../texts/texts-for"
import { bankOf } from "../texts/bank-of"
import { SavedAccount } from "./saved-account"
import type { SavedPayersState } from "./use-saved-payers"

/**
 * The remembered accounts and "another account". Without accounts it shows nothing, but still tells which one is
 * forgotten.
 */
export function AccountChoice({
  saved,
  chosen,
  onChoose,
  banks,
  locale,
  texts,
}: {
  saved: SavedPayersState
  /** Id of an account, or null for another one. */
  chosen: string | null
  onChoose: (id: string | null) => void
  banks: readonly ThaiBank[]
  locale: string
  texts: Texts
}) {
  const group = useId()
  const [forgotten, setForgotten] = useState<SavedPayer>()
  const news = useRef<HTMLParagraphElement>(null)

  useEffect(() => {
    // The pressed button is gone, and its focus with it. A customer who has moved on keeps the focus.
    if (forgotten && document.activeElement === document.body) {
      news.current
        ?.closest("fieldset")
        ?.querySelector<HTMLElement>(
          'input[type="radio"]:checked, [data-one2pays="bank_code"]'
        )
        ?.focus()
    }
  }, [forgotten])

  async function forget(payer: SavedPayer) {
    const isGone = await saved.forget(payer.id)
    if (isGone) setForgotten(payer)
    return isGone
  }

  return (
    <>
      {saved.payers.map((payer) => (
        <SavedAccount
          key={payer.id}
          payer={payer}
          choice={{
            group,
            isChosen: chosen === payer.id,
            onChoose: () => onChoose(payer.id),
          }}
          onForget={() => forget(payer)}
          banks={banks}
          locale={locale}
          texts={texts}
        />
      ))}
      {saved.payers.length > 0 && (
        <label className="one2pays-choice">
          <input
            type="radio"
            name={group}
            value=""
            checked={chosen === null}
            data-one2pays="another-account"
            onChange={() => onChoose(null)}
          />
          <strong>{texts.anotherAccount}</strong>
        </label>
      )}
      {saved.error !== undefined && (
        <p className="one2pays-error" role="alert" data-one2pays="forget-error">
          {describeError(saved.error, locale)}
        </p>
      )}
      <p className="one2pays-unseen" role="status" ref={news}>
        {forgotten &&
          fill(texts.forgotten, {
            account: `${bankOf(forgotten.bank_code, banks, locale).name} ${fill(texts.endingIn, { last4: forgotten.last4 })}`,
          })}
      </p>
    </>
  )
}
