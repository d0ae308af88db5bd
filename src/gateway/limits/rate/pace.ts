import type { RatePlan } from "./plan"
import type { Ahead } from "./queue"

/** The weight of the newest window against all windows before it. */
const WEIGHT = 0.25

/** With a smaller share, a single window without a turn would make every wait endless. */
const SMALLEST_SHARE = 0.05

/**
 * Estimates waits. It learns the share of each window that this process gets beside the others that
 * use the same counters.
 */
export class RatePace {
  private share = 1
  private granted = 0
  private exhaustedAt = -Infinity

  constructor(private readonly plan: RatePlan) {}

  noteTurn(): void {
    this.granted += 1
  }

  /** Notes that the window is used up. */
  noteExhausted(now: number): void {
    const { windowMs, points } = this.plan
    const windows = (now - this.exhaustedAt) / windowMs
    if (windows > 2) {
      // No process was short of turns meanwhile, so the learnt share is out of date.
      this.share = 1
    } else {
      const seen = this.granted / (points * Math.max(windows, 1))
      const share = this.share + WEIGHT * (seen - this.share)
      this.share = Math.min(Math.max(share, SMALLEST_SHARE), 1)
    }
    this.granted = 0
    this.exhaustedAt = now
  }

  /** Milliseconds from the next open window to the turn of a call with so many calls ahead of it. */
  waitAfter({ all, background }: Ahead, isBackground: boolean): number {
    const { windowMs, points, backgroundPoints } = this.plan
    const windows = Math.max(
      Math.floor(all / (points * this.share)),
      isBackground
        ? Math.floor(background / (backgroundPoints * this.share))
        : 0
    )
    return windows * windowMs
  }
}
