import { Button } from "@medusajs/ui"
import type { ReactNode } from "react"
import { Link } from "react-router-dom"

/** A way to another page, among buttons. */
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
