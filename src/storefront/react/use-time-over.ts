import { useEffect, useState } from "react"

const LOOK_EVERY_MS = 500

/**
 * Whether the time has run out while the customer looked on, also without a connection. False when it was over from the
 * start: the shop has just said that there is time, so it is this device's clock that is wrong.
 */
export function useTimeOver(until: string | null | undefined): boolean {
  const [over, setOver] = useState<string>()
  useEffect(() => {
    const end = until ? Date.parse(until) : NaN
    if (!until || !(end > Date.now())) {
      return
    }
    // Not one timeout: it stands still while a phone sleeps.
    const timer = setInterval(() => {
      if (Date.now() >= end) {
        clearInterval(timer)
        setOver(until)
      }
    }, LOOK_EVERY_MS)
    return () => clearInterval(timer)
  }, [until])
  return Boolean(until) && over === until
}
