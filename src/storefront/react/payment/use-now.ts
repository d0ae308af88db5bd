import { useEffect, useState } from "react"

/**
 * The time in ms, told every second. Undefined on a server and in the first render of a browser, which must draw the
 * same: their clocks and time zones differ.
 */
export function useNow(): number | undefined {
  const [now, setNow] = useState<number>()
  useEffect(() => {
    const tell = () => setNow(Date.now())
    tell()
    const timer = setInterval(tell, 1000)
    return () => clearInterval(timer)
  }, [])
  return now
}
