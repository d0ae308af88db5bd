import { useEffect, useState } from "react"

/**
 * The time in ms, new every second. Undefined on a server and in a browser's first render: both must draw the same, and
 * their clocks and time zones differ.
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
