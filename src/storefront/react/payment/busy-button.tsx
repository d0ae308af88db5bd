import type { ReactNode } from "react"

/** A button that does nothing while its work runs. It is not disabled then, because that would take the focus away. */
export function BusyButton({
  name,
  isBusy,
  isPrimary = false,
  submits = false,
  onClick,
  children,
}: {
  /** Its `data-one2pays`. */
  name: string
  isBusy: boolean
  isPrimary?: boolean
  /** Sends the form around it. */
  submits?: boolean
  onClick?: () => void
  children: ReactNode
}) {
  return (
    <button
      type={submits ? "submit" : "button"}
      className={
        isPrimary
          ? "one2pays-button one2pays-button--primary"
          : "one2pays-button"
      }
      aria-disabled={isBusy}
      data-one2pays={name}
      onClick={(event) => {
        if (isBusy) event.preventDefault()
        else onClick?.()
      }}
    >
      {children}
    </button>
  )
}
