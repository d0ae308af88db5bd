import { Input } from "@medusajs/ui"
import { useLayoutEffect, useRef, useState } from "react"
import {
  caretPosition,
  editAccountNumber,
  formatAccountNumber,
  type EditedNumber,
} from "../../format/account-number"
import type { ControlProps } from "./form-field"

/**
 * A field for an account number that writes the dashes while a person types. A browser puts the caret at the end of a
 * text that was not typed, and the next digit would go to a wrong place, so the field puts the caret back.
 */
export function AccountNumberInput({
  number,
  onChange,
  ...control
}: ControlProps & { number: string; onChange: (number: string) => void }) {
  const input = useRef<HTMLInputElement>(null)
  const [edited, setEdited] = useState<EditedNumber>()

  useLayoutEffect(() => {
    if (edited) {
      const position = caretPosition(edited)
      input.current?.setSelectionRange(position, position)
    }
  }, [edited])

  return (
    <Input
      {...control}
      ref={input}
      inputMode="numeric"
      autoComplete="off"
      value={formatAccountNumber(number)}
      onChange={({ target, nativeEvent }) => {
        const next = editAccountNumber(number, {
          text: target.value,
          position: target.selectionStart ?? target.value.length,
          isForward:
            (nativeEvent as InputEvent).inputType === "deleteContentForward",
        })
        setEdited(next)
        onChange(next.number)
      }}
    />
  )
}
