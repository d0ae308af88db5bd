import { useEffect, useRef, useState } from "react"
import {
  describeError,
  THAI_BANKS,
  toLocale,
  type SavedPayer,
  type ThaiBank,
} from "../../index"
import { bankOf } from "../texts/bank-of"
import type { Texts } from "../texts/texts"
import { fill, textsFor } from "../texts/texts-for"
import { SavedAccount } from "./saved-account"
import type { SavedPayersState } from "./use-saved-payers"

export interface SavedAccountsProps {
  /** The customer's remembered accounts, see `useSavedPayers`. */
  saved: SavedPayersState
  /** Thai for `th` and `th-…`, English for everything else. */
  locale: string
  /** The banks to name. Default: `THAI_BANKS`. */
  banks?: readonly ThaiBank[]
  /** The shop's own texts, which replace the built-in ones. */
  texts?: Partial<Texts>
  className?: string
}

/** For a customer's account page: their remembered bank accounts, each with a button that has the shop forget it. */
export function SavedAccounts({
  saved,
  locale,
  banks = THAI_BANKS,
  texts: own,
  className,
}: SavedAccountsProps) {
  const texts = textsFor(locale, own)
  const [forgotten, setForgotten] = useState<SavedPayer>()
  const title = useRef<HTMLHeadingElement>(null)

  useEffect(() => {
    // The pressed button is gone, and its focus with it. A customer who has moved on keeps the focus.
    if (forgotten && document.activeElement === document.body) {
      title.current?.focus()
    }
  }, [forgotten])

  async function forget(payer: SavedPayer) {
    const isGone = await saved.forget(payer.id)
    if (isGone) setForgotten(payer)
    return isGone
  }

  if (!saved.isLoading && !saved.canRemember) {
    // A guest, or the shop did not tell: "none" might be wrong.
    return null
  }
  return (
    <section
      className={`one2pays one2pays-accounts ${className ?? ""}`.trim()}
      lang={toLocale(locale)}
      aria-busy={saved.isLoading || undefined}
      data-one2pays="saved-accounts"
    >
      <h2 ref={title} tabIndex={-1}>
        {texts.accountsTitle}
      </h2>
      {saved.payers.length > 0 ? (
        <ul>
          {saved.payers.map((payer) => (
            <li key={payer.id}>
              <SavedAccount
                {...{ payer, banks, locale, texts }}
                onForget={() => forget(payer)}
              />
            </li>
          ))}
        </ul>
      ) : (
        <p className="one2pays-hint">
          {saved.isLoading ? texts.accountsLoading : texts.accountsNone}
        </p>
      )}
      {saved.error !== undefined && (
        <p className="one2pays-error" role="alert" data-one2pays="forget-error">
          {describeError(saved.error, locale)}
        </p>
      )}
      <p className="one2pays-unseen" role="status">
        {forgotten &&
          fill(texts.forgotten, {
            account: `${bankOf(forgotten.bank_code, banks, locale).name} ${fill(texts.endingIn, { last4: forgotten.last4 })}`,
          })}
      </p>
    </section>
  )
}
