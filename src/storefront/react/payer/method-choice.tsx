import { useId } from "react"
import type { PaymentMethod } from "../../index"
import type { Texts } from "../texts/texts"

/** PromptPay or bank transfer. A single method shows nothing. */
export function MethodChoice({
  methods,
  chosen,
  disabled,
  texts,
  onChoose,
}: {
  methods: readonly PaymentMethod[]
  chosen: PaymentMethod
  disabled: boolean
  texts: Texts
  onChoose: (method: PaymentMethod) => void
}) {
  const group = useId()
  if (methods.length < 2) {
    return null
  }
  const words: Record<PaymentMethod, [name: string, hint: string]> = {
    promptpay: [texts.promptpay, texts.promptpayHint],
    bank_transfer: [texts.bankTransfer, texts.bankTransferHint],
  }
  return (
    <fieldset className="one2pays-group" disabled={disabled}>
      <legend>{texts.methodTitle}</legend>
      <div className="one2pays-choices">
        {methods.map((method) => (
          <label key={method} className="one2pays-choice">
            <input
              type="radio"
              name={group}
              value={method}
              checked={chosen === method}
              data-one2pays={`method-${method}`}
              onChange={() => onChoose(method)}
            />
            <span>
              <strong>{words[method][0]}</strong>
              <span className="one2pays-hint">{words[method][1]}</span>
            </span>
          </label>
        ))}
      </div>
    </fieldset>
  )
}
