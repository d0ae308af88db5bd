import { useEffect, useState } from "react"
import type { One2PaysPayment } from "../../index"

/** Until when a payment can be paid. */
export const endOf = (payment: One2PaysPayment): string | null =>
  payment.next_action?.expires_at ?? payment.expires_at

/** Unknown: by this device's clock there is none, but the shop says that there is. */
export type TimeLeft = "some" | "none" | "unknown"

const LOOK_EVERY_MS = 500

/**
 * None when the time has run out while the customer looked on, also without a connection. Where it was over already when
 * the answer came, the shop has just said that there is time, so it is this device's clock that is wrong.
 *
 * @param payment one to be paid, a new object with every answer that is told
 */
export function useTimeLeft(payment: One2PaysPayment | undefined): TimeLeft {
  const [left, setLeft] = useState<TimeLeft>("some")
  useEffect(() => {
    const end = Date.parse((payment && endOf(payment)) ?? "")
    const isOver = () => Date.now() >= end
    setLeft(isOver() ? "unknown" : "some")
    if (Number.isNaN(end) || isOver()) {
      return
    }
    // Not one timeout: it stands still while a phone sleeps.
    const timer = setInterval(() => {
      if (isOver()) {
        clearInterval(timer)
        setLeft("none")
      }
    }, LOOK_EVERY_MS)
    return () => clearInterval(timer)
  }, [payment])
  return left
}
