import { useEffect, useState } from "react"
import type { One2PaysPayment } from "../../index"

/** The end of the time to pay. */
export const endOf = (payment: One2PaysPayment): string | null =>
  payment.next_action?.expires_at ?? payment.expires_at

/** Unknown: this device's clock says that there is none, but the shop says that there is. */
export type TimeLeft = "some" | "none" | "unknown"

const LOOK_EVERY_MS = 500

/**
 * Tells whether the customer still has time to pay. "none": the time has run out while they looked on, also without a
 * connection. "unknown": the time was over by this device's clock when the answer came. The shop has just said that
 * there is time, so that clock is wrong.
 *
 * @param payment a payment that awaits its money, a new object with every answer
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
    // A single timeout would stand still while a phone sleeps.
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
