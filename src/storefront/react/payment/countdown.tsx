import { formatCountdown } from "../../index"
import { useNow } from "./use-now"

/** The time left. It is no live region, since a screen reader would read every second. */
export function Countdown({
  until,
  label,
}: {
  /** ISO 8601 */
  until: string
  label: string
}) {
  const now = useNow()
  return (
    <p className="one2pays-countdown" role="timer">
      {label}{" "}
      <strong data-one2pays="countdown">
        {now === undefined
          ? "–:––"
          : formatCountdown(new Date(until).getTime() - now)}
      </strong>
    </p>
  )
}
