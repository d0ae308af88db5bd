import type { MoneyDay } from "./use-money"

export interface Scale {
  /** The amounts in THB that get a line, the largest first. Money that left is below zero. */
  ticks: number[]
  /** Where an amount stands: 0 is the top of the chart, 1 its foot. */
  at: (amount: number) => number
}

/** About so many lines are enough to read a bar by. */
const LINES = 4

/** A scale of round amounts that holds every bar. */
export function scaleOf(days: readonly Pick<MoneyDay, "in" | "out">[]): Scale {
  const most = Math.max(0, ...days.map((day) => day.in))
  const least = Math.max(0, ...days.map((day) => day.out))
  const step = roundStep((most + least || 1) / LINES)
  const above = Math.ceil(most / step)
  const below = Math.ceil(least / step)
  // Of days without money only the line itself is drawn, at the foot.
  const count = above + below || 1
  return {
    ticks: Array.from(
      { length: above + below + 1 },
      (_, index) => (above - index) * step
    ),
    at: (amount) => (above || (below ? 0 : 1)) / count - amount / step / count,
  }
}

/** The next of 1, 2, 5, 10, 20, 50 … and of their parts, so that no line has an odd amount. */
function roundStep(atLeast: number): number {
  const power = 10 ** Math.floor(Math.log10(atLeast))
  const factor = [1, 2, 5].find((each) => each * power >= atLeast) ?? 10
  return factor * power
}
