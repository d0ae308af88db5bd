import { useId, type ReactNode } from "react"

/** Ties a control to its label, its hint and its error. */
export interface ControlProps {
  id: string
  "aria-invalid": boolean | undefined
  "aria-describedby": string | undefined
  "data-one2pays": string
}

/** A label, a control and its error, tied together for screen readers. */
export function Field({
  name,
  label,
  hint,
  error,
  question,
  children,
}: {
  name: string
  label: string
  hint?: string
  /** The problem with the value, once the customer should read it. */
  error: string | undefined
  /** A doubt about a value that may be right. */
  question?: string
  children: (control: ControlProps) => ReactNode
}) {
  const id = useId()
  const describedBy = [
    hint && `${id}-hint`,
    error && `${id}-error`,
    question && `${id}-question`,
  ]
    .filter(Boolean)
    .join(" ")
  return (
    <div className="one2pays-field">
      <label htmlFor={id}>{label}</label>
      {children({
        id,
        "aria-invalid": error ? true : undefined,
        "aria-describedby": describedBy || undefined,
        "data-one2pays": name,
      })}
      {hint && (
        <p className="one2pays-hint" id={`${id}-hint`}>
          {hint}
        </p>
      )}
      {error && (
        <p
          className="one2pays-error"
          id={`${id}-error`}
          data-one2pays={`${name}-error`}
        >
          {error}
        </p>
      )}
      {question && (
        <p
          className="one2pays-question"
          id={`${id}-question`}
          data-one2pays={`${name}-question`}
        >
          {question}
        </p>
      )}
    </div>
  )
}
