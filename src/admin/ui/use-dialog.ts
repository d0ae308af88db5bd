import { useCallback, useRef, useState } from "react"

/** What would be lost if the dialog closed: entries can be given up, the answer to a request cannot. */
export type Held = "nothing" | "entries" | "request"

export interface Dialog {
  isOpen: boolean
  /** Whether somebody wants to close it and is asked whether the entries may go. */
  isAsking: boolean
  onOpenChange: (isOpen: boolean) => void
  /** Says what the dialog holds from now on. */
  hold: (held: Held) => void
  isHolding: () => boolean
  stay: () => void
  close: () => void
}

/** A dialog that Esc and a click beside it do not close over what it holds. */
export function useDialog(): Dialog {
  const [isOpen, setOpen] = useState(false)
  const [isAsking, setAsking] = useState(false)
  const held = useRef<Held>("nothing")
  const hold = useCallback((next: Held) => {
    held.current = next
  }, [])
  const close = () => {
    held.current = "nothing"
    setAsking(false)
    setOpen(false)
  }
  return {
    isOpen,
    isAsking,
    hold,
    isHolding: () => held.current !== "nothing",
    close,
    stay: () => setAsking(false),
    onOpenChange: (wanted) => {
      if (wanted) {
        setOpen(true)
      } else if (held.current === "entries") {
        setAsking(true)
      } else if (held.current === "nothing") {
        close()
      }
    },
  }
}
