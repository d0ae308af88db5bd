import { useCallback, useRef, type ReactNode } from "react"

/**
 * Holds the part of the page for one state of a payment. The part may go away with the focus inside, as when the
 * customer has just pressed a button in it. `onLost` can then move the focus to the news. Otherwise it would fall to
 * the top of the page.
 */
export function KeepFocus({
  onLost,
  children,
}: {
  onLost: () => void
  children: ReactNode
}) {
  const box = useRef<HTMLElement | null>(null)
  // React clears a ref just before it removes the element, so the element still has the focus at that moment.
  const hold = useCallback(
    (element: HTMLElement | null) => {
      if (!element && box.current?.contains(document.activeElement)) {
        onLost()
      }
      box.current = element
    },
    [onLost]
  )
  return (
    <div className="one2pays-next" ref={hold}>
      {children}
    </div>
  )
}
