import {
  useId,
  useState,
  type InputHTMLAttributes,
  type ReactNode,
} from "react"

interface FieldProps {
  label: string
  hint?: string
  /** What is wrong with the value now. Shown once the customer has left the field, or has tried to send the form. */
  error?: string
  showError: boolean
  testId: string
}

interface ControlProps {
  id: string
  "aria-invalid": boolean
  "aria-describedby": string | undefined
  "data-testid": string
  onBlur: () => void
}

/** A label, a control and what is wrong with its value, tied together for screen readers. */
export function Field({
  label,
  hint,
  error,
  showError,
  testId,
  children,
}: FieldProps & { children: (control: ControlProps) => ReactNode }) {
  const id = useId()
  const [left, setLeft] = useState(false)
  const shown = left || showError ? error : undefined
  const describedBy = [hint && `${id}-hint`, shown && `${id}-error`]
    .filter(Boolean)
    .join(" ")
  return (
    <div className="field">
      <label htmlFor={id}>{label}</label>
      {children({
        id,
        "aria-invalid": Boolean(shown),
        "aria-describedby": describedBy || undefined,
        "data-testid": testId,
        onBlur: () => setLeft(true),
      })}
      {hint && (
        <p className="field__hint" id={`${id}-hint`}>
          {hint}
        </p>
      )}
      {shown && (
        <p
          className="field__error"
          id={`${id}-error`}
          data-testid={`${testId}-error`}
        >
          {shown}
        </p>
      )}
    </div>
  )
}

export function TextField({
  value,
  onValue,
  label,
  hint,
  error,
  showError,
  testId,
  ...input
}: FieldProps & {
  value: string
  onValue: (value: string) => void
} & Pick<
    InputHTMLAttributes<HTMLInputElement>,
    "type" | "inputMode" | "autoComplete" | "maxLength"
  >) {
  return (
    <Field {...{ label, hint, error, showError, testId }}>
      {(control) => (
        <input
          {...input}
          {...control}
          value={value}
          onChange={(event) => onValue(event.target.value)}
        />
      )}
    </Field>
  )
}
