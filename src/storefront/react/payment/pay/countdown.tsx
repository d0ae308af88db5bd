import { useEffect, useRef, useState } from "react"
import { formatCountdown, timeLeft, type One2PaysPayment } from "../../../index"
import type { Texts } from "../../texts/texts"
import { fill } from "../../texts/texts-for"
import { timeOfDay } from "../time-of-day"

/**
 * The time left to pay, and when it ends. Nothing for a payment without a limit. A screen reader would read every second
 * of a live region, so it hears of five minutes and of one minute only.
 */
export function Countdown({
  payment,
  locale,
  texts,
}: {
  payment: One2PaysPayment
  locale: string
  texts: Texts
}) {
  const left = useMsLeft(payment)
  const mark = markOf(left)
  const firstMark = useRef<Mark>(undefined)
  firstMark.current ??= left === undefined ? undefined : mark
  if (payment.expires_in == null || payment.expires_at === null) {
    return null
  }
  // Who opens the page with three minutes left is not told of five.
  const isPassed = firstMark.current !== undefined && mark !== firstMark.current
  return (
    <>
      <p className="one2pays-countdown" role="timer">
        {texts.timeLeft}{" "}
        <strong data-one2pays="countdown">
          {left === undefined ? "–:––" : formatCountdown(left)}
        </strong>{" "}
        {fill(texts.timeEnd, { time: timeOfDay(payment.expires_at, locale) })}
      </p>
      <p className="one2pays-unseen" role="status" data-one2pays="time-warning">
        {isPassed && mark === "five" && texts.fiveMinutesLeft}
        {isPassed && mark === "one" && texts.oneMinuteLeft}
      </p>
    </>
  )
}

type Mark = "many" | "five" | "one"

function markOf(left = Infinity): Mark {
  if (left > 5 * 60_000) {
    return "many"
  }
  return left > 60_000 ? "five" : "one"
}

/**
 * The milliseconds left, new every second. Undefined on a server and in a browser's first render: both must draw the
 * same.
 */
function useMsLeft(payment: One2PaysPayment): number | undefined {
  const [left, setLeft] = useState<number>()
  useEffect(() => {
    const tell = () => setLeft(timeLeft(payment))
    tell()
    const timer = setInterval(tell, 1000)
    return () => clearInterval(timer)
  }, [payment])
  return left
}
