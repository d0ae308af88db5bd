import type { Clock } from "../../src/gateway"
import { until } from "./until"

interface Alarm {
  dueAt: number
  timer?: NodeJS.Timeout
  ring(): void
}

/** Longer than a pause between two tries of a call, shorter than any time limit. */
const LONGEST_PAUSE_MS = 500

/** Runs as the machine's clock does, and is moved on by a test: nobody waits for a time limit. */
export class MovableClock implements Clock {
  private aheadMs = 0
  private stoppedAt: number | undefined
  private readonly alarms = new Set<Alarm>()

  now(): number {
    return this.stoppedAt ?? Date.now() + this.aheadMs
  }

  after(ms: number, run: () => void): () => void {
    const alarm: Alarm = {
      // Whole milliseconds: moved on to this time, the clock signs with it.
      dueAt: this.now() + Math.ceil(ms),
      ring() {
        cancel()
        run()
      },
    }
    const cancel = () => {
      clearTimeout(alarm.timer)
      this.alarms.delete(alarm)
    }
    this.alarms.add(alarm)
    this.arm(alarm)
    return cancel
  }

  sleep(ms: number, signal?: AbortSignal): Promise<void> {
    return new Promise((resolve, reject) => {
      const stop = () => {
        cancel()
        reject(signal?.reason as Error)
      }
      const cancel = this.after(ms, () => {
        signal?.removeEventListener("abort", stop)
        resolve()
      })
      signal?.addEventListener("abort", stop, { once: true })
      if (signal?.aborted) stop()
    })
  }

  /** Moves on at once, or back. What is due by then runs, the earliest first. */
  advance(ms: number): void {
    if (this.stoppedAt === undefined) {
      this.aheadMs += ms
    } else {
      this.stoppedAt += ms
    }
    this.ringDue()
  }

  /** Stands still from now on but for `advance`: no time limit passes, however slow the machine is. */
  stop(): void {
    this.stoppedAt ??= this.now()
    this.armAll()
  }

  /** Runs on from the time at which it stands. */
  start(): void {
    if (this.stoppedAt !== undefined) {
      this.aheadMs = this.stoppedAt - Date.now()
      this.stoppedAt = undefined
      this.armAll()
    }
  }

  /**
   * Stands still, two minutes ago: a pause that the gateway asks for now lasts as long as the test, and is long over when
   * the clock goes back to the machine's time.
   */
  beforePause(): void {
    this.advance(-120_000)
    this.stop()
  }

  /** Goes back to the machine's time. */
  reset(): void {
    this.stoppedAt = undefined
    this.aheadMs = 0
    this.ringDue()
  }

  /** Milliseconds until something is due; Infinity when nobody waits. */
  untilNext(): number {
    const dueAt = Math.min(...[...this.alarms].map((alarm) => alarm.dueAt))
    return dueAt - this.now()
  }

  /**
   * Stands still but for the pauses between the tries of what runs meanwhile, which pass at once.
   *
   * @returns its result, and how long those pauses were
   */
  async skipPauses<T>(
    work: () => Promise<T>
  ): Promise<{ result: T; pausedMs: number }> {
    this.stop()
    const startedAt = this.now()
    let isDone = false
    const working = work().finally(() => {
      isDone = true
    })
    const passing = until(
      () => {
        const next = this.untilNext()
        if (!isDone && next <= LONGEST_PAUSE_MS) this.advance(next)
        return isDone
      },
      (done) => done
    )
    const [result] = await Promise.all([working, passing])
    const pausedMs = this.now() - startedAt
    this.start()
    return { result, pausedMs }
  }

  private ringDue(): void {
    const due = [...this.alarms].filter(({ dueAt }) => dueAt <= this.now())
    due.sort((a, b) => a.dueAt - b.dueAt).forEach(({ ring }) => ring())
    this.armAll()
  }

  private armAll(): void {
    for (const alarm of this.alarms) this.arm(alarm)
  }

  private arm(alarm: Alarm): void {
    clearTimeout(alarm.timer)
    if (this.stoppedAt === undefined) {
      alarm.timer = setTimeout(alarm.ring, alarm.dueAt - this.now())
    }
  }
}
