import type { ReactNode } from "react"

/** A button that does nothing while its work runs. It is not disabled then, because that would take the focus away. */
export function BusyButton({
  name,
  isBusy,
  isPrimary = false,
  onClick,
  children,
}: {
  /** Its `data-one2pays`. */
  name: string
  isBusy: boolean
  isPrimary?: boolean
  onClick: () => void
  children: ReactNode
}) {
  return (
    <button
      type="button"
      className={
        isPrimary
          ? "one2pays-button one2pays-button--primary"
          : "one2pays-button"
      }
      aria-disabled={isBusy}
      data-one2pays={name}
      onClick={() => {
        if (!isBusy) onClick()
      }}
    >
      {children}
    </button>
  )
}
