import { useId } from "react"
import type { Texts } from "../texts/texts"

/** The customer's consent. The box is never ticked beforehand, and says what they agree to. */
export function RememberBox({
  checked,
  onChange,
  texts,
}: {
  checked: boolean
  onChange: (checked: boolean) => void
  texts: Texts
}) {
  const id = useId()
  return (
    <div className="one2pays-remember">
      <input
        type="checkbox"
        id={id}
        checked={checked}
        aria-describedby={`${id}-hint`}
        data-one2pays="remember"
        onChange={(event) => onChange(event.target.checked)}
      />
      <div>
        <label htmlFor={id}>{texts.remember}</label>
        <p className="one2pays-hint" id={`${id}-hint`}>
          {texts.rememberHint}
        </p>
      </div>
    </div>
  )
}
