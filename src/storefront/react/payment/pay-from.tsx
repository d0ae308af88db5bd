import type { One2PaysPayment, ThaiBank } from "../../index"
import { bankOf } from "../texts/bank-of"
import type { Texts } from "../texts/texts"
import { fill } from "../texts/texts-for"

/** The account that the customer pays from, and the way to another one. */
export function PayFrom({
  payment: { payer, status },
  banks,
  locale,
  texts,
  onChange,
  isBack,
}: {
  payment: One2PaysPayment
  banks: readonly ThaiBank[]
  locale: string
  texts: Texts
  /** Undefined while there is no other account to choose. */
  onChange: (() => void) | undefined
  /** The customer comes back from there, and their focus with them. */
  isBack: boolean
}) {
  if (!payer) {
    return null
  }
  const bank = bankOf(payer.bank_code, banks, locale).name
  return (
    <p className="one2pays-from" data-one2pays="pay-from">
      {fill(texts.payFrom, { bank, last4: `••${payer.last4}` })}{" "}
      {onChange && (
        <button
          type="button"
          className="one2pays-link"
          data-one2pays="change-account"
          autoFocus={isBack}
          onClick={onChange}
        >
          {status === "awaiting_payment" ? texts.change : texts.changeFirst}
        </button>
      )}
    </p>
  )
}
