import type { Clock } from "../../src/gateway"

interface Alarm {
  dueAt: number
  timer: NodeJS.Timeout
  ring(): void
}

/** Runs as the machine's clock does, and is moved on by a test: nobody waits for a time limit. */
export class MovableClock implements Clock {
  private aheadMs = 0
  private readonly alarms = new Set<Alarm>()

  now(): number {
    return Date.now() + this.aheadMs
  }

  after(ms: number, run: () => void): () => void {
    const ring = () => {
      cancel()
      run()
    }
    const alarm = { dueAt: this.now() + ms, ring, timer: setTimeout(ring, ms) }
    const cancel = () => {
      clearTimeout(alarm.timer)
      this.alarms.delete(alarm)
    }
    this.alarms.add(alarm)
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

  /** Goes back to the machine's time. */
  reset(): void {
    this.advance(-this.aheadMs)
  }

  /** Moves on at once. What is due by then runs, the earliest first. */
  advance(ms: number): void {
    this.aheadMs += ms
    const due = [...this.alarms].filter(({ dueAt }) => dueAt <= this.now())
    due.sort((a, b) => a.dueAt - b.dueAt).forEach(({ ring }) => ring())
    for (const alarm of this.alarms) {
      clearTimeout(alarm.timer)
      alarm.timer = setTimeout(alarm.ring, alarm.dueAt - this.now())
    }
  }
}
