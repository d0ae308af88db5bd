import { formatCountdown } from "../../index"
import type { Texts } from "../texts/texts"
import { fill } from "../texts/texts-for"
import { timeOfDay } from "./time-of-day"
import { useNow } from "./use-now"

/** The time left, and when it ends. It is no live region, since a screen reader would read every second. */
export function Countdown({
  until,
  locale,
  texts,
}: {
  /** ISO 8601 */
  until: string
  locale: string
  texts: Texts
}) {
  const now = useNow()
  return (
    <p className="one2pays-countdown" role="timer">
      {texts.timeLeft}{" "}
      <strong data-one2pays="countdown">
        {now === undefined
          ? "–:––"
          : formatCountdown(new Date(until).getTime() - now)}
      </strong>
      {/* A server does not know the customer's time of day. */}
      {now !== undefined && (
        <> {fill(texts.timeEnd, { time: timeOfDay(until, locale) })}</>
      )}
    </p>
  )
}
