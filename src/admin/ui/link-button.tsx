import { Button } from "@medusajs/ui"
import type { ReactNode } from "react"
import { Link } from "react-router-dom"

/** A link to another page that looks like the buttons beside it. */
export function LinkButton({
  to,
  children,
}: {
  to: string
  children: ReactNode
}) {
  return (
    <Button size="small" variant="transparent" asChild>
      <Link to={to}>{children}</Link>
    </Button>
  )
}
