import { useCallback, useRef, useState } from "react"

/** What a dialog holds. Staff may drop their entries, but a request has to reach its answer. */
export type Held = "nothing" | "entries" | "request"

export interface Dialog {
  isOpen: boolean
  /** A person wants to close the dialog, and is asked whether the entries may go. */
  isAsking: boolean
  onOpenChange: (isOpen: boolean) => void
  /** Tells what the dialog holds from now on. */
  hold: (held: Held) => void
  isHolding: () => boolean
  stay: () => void
  close: () => void
}

/** A dialog that neither Esc nor a click beside it closes while it holds something. */
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
