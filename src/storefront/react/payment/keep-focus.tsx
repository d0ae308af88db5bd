import { useCallback, useRef, type ReactNode } from "react"

/**
 * What is shown for one state of a payment. When it goes away with the focus inside (the customer has just pressed a
 * button in it), `onLost` can put the focus where the news is, instead of letting it fall to the top of the page.
 */
export function KeepFocus({
  onLost,
  children,
}: {
  onLost: () => void
  children: ReactNode
}) {
  const box = useRef<HTMLElement | null>(null)
  // React takes a ref away just before the element, so the focus can still be seen in it.
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
