import type { ReactNode } from "react"
import { Link } from "react-router-dom"

/** The link to a row's page: a click anywhere on the row opens it too, but the keyboard and a new tab need a link. */
export function RowLink({
  to,
  text,
  className = "",
}: {
  to: string
  text: string
  className?: string
}) {
  return (
    <Link
      to={to}
      className={`focus-visible:shadow-borders-focus block truncate rounded-sm outline-none ${className}`}
      title={text}
      onClick={(event) => event.stopPropagation()}
    >
      {text}
    </Link>
  )
}

/** A row where there is no room for columns: what it is about above its state and its amount, which are never cut. */
export function NarrowRow({
  link,
  state,
  amount,
}: {
  link: ReactNode
  state: ReactNode
  amount: string
}) {
  return (
    <div className="flex flex-col gap-y-1 py-2">
      {link}
      <div className="flex flex-wrap items-center justify-between gap-x-2 gap-y-1">
        {state}
        <span className="ms-auto tabular-nums">{amount}</span>
      </div>
    </div>
  )
}
