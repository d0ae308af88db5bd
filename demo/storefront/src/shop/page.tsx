import { useEffect, useRef, type ReactNode } from "react"
import { useLocale } from "./locale-context"

/** A page with its heading. Takes the focus when it opens, so that a screen reader reads where it is. */
export function Page({
  title,
  children,
}: {
  title: string
  children: ReactNode
}) {
  const { t } = useLocale()
  const heading = useRef<HTMLHeadingElement>(null)

  useEffect(() => {
    window.scrollTo(0, 0)
    heading.current?.focus({ preventScroll: true })
  }, [])

  useEffect(() => {
    document.title = `${title} · ${t.shopName}`
  }, [title, t])

  return (
    <div className="page">
      <h1 ref={heading} tabIndex={-1}>
        {title}
      </h1>
      {children}
    </div>
  )
}
