import type { Exchange } from "../exchange"
import { finding, type Finding } from "../finding"
import type { Probe } from "../visit"

/** The gateway's limit is five minutes for webhooks, and presumably for requests. */
const REFUSED_SECONDS = 4 * 60
const NOTICED_SECONDS = 30

/** Whether this machine's clock agrees with the gateway's. A wrong one is corrected in what follows, so that the rest shows. */
export const clock: Probe = {
  name: "clock",
  async run({ wire }) {
    const [first] = wire.exchanges
    const seconds = first && secondsAhead(first)
    const result = judgeClock(seconds)
    const isRefused =
      result.key === "clock_ahead" || result.key === "clock_behind"
    if (seconds !== undefined && isRefused) {
      wire.clockOffsetMs = -seconds * 1000
    }
    return [result]
  },
}

/** How far this machine's clock is ahead; `Date` has whole seconds and was written while the answer was under way. */
export function secondsAhead({ answer, at, ms }: Exchange): number | undefined {
  const there = Date.parse(answer?.header("date") ?? "")
  return Number.isNaN(there)
    ? undefined
    : Math.round((at - ms / 2 - there) / 1000)
}

export function judgeClock(secondsAhead: number | undefined): Finding {
  if (secondsAhead === undefined) {
    return finding("clock_unknown")
  }
  const off = Math.abs(secondsAhead)
  if (off <= NOTICED_SECONDS) {
    return finding("clock_ok", { seconds: String(Math.max(off, 1)) })
  }
  const difference = inWords(off)
  if (off <= REFUSED_SECONDS) {
    return finding("clock_near", { difference })
  }
  return finding(secondsAhead > 0 ? "clock_ahead" : "clock_behind", {
    difference,
  })
}

/** `1:02:03`, which reads the same in every language. */
function inWords(seconds: number): string {
  const parts = [seconds / 3600, (seconds % 3600) / 60, seconds % 60]
  return parts
    .map((part) => String(Math.floor(part)).padStart(2, "0"))
    .join(":")
}
