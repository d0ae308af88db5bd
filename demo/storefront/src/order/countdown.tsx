import { formatCountdown } from "medusa-plugin-one2pays/storefront"
import { useEffect, useState } from "react"
import { useLocale } from "../shop/locale-context"

/** Not a live region: a screen reader would read every second. */
export function Countdown({ until }: { until: string }) {
  const { t } = useLocale()
  const [now, setNow] = useState(Date.now)

  useEffect(() => {
    const timer = setInterval(() => setNow(Date.now()), 1000)
    return () => clearInterval(timer)
  }, [])

  return (
    <p className="countdown" role="timer">
      {t.order.timeLeft}{" "}
      <strong data-testid="countdown">
        {formatCountdown(new Date(until).getTime() - now)}
      </strong>
    </p>
  )
}
