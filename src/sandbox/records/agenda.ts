import type { Clock } from "../clock"

interface Entry {
  dueAt: number
  run: () => void
}

const LONGEST_TIMER_MS = 60_000
const INJECTED_CLOCK_POLL_MS = 20

/**
 * Runs things later: payments expire, withdraws move on, waiting webhooks go out.
 * No entry can be taken back, so each checks first whether it still applies.
 */
export class Agenda {
  // A binary heap with the earliest entry first: a benchmark leaves a hundred thousand expiries here.
  private heap: Entry[] = []
  private timer: NodeJS.Timeout | undefined
  private timerDueAt = Infinity
  private stopped = false

  constructor(
    private readonly clock: Clock,
    private readonly clockIsInjected: boolean
  ) {}

  at(dueAt: number, run: () => void): void {
    if (this.stopped) {
      return
    }
    this.push({ dueAt, run })
    this.arm()
  }

  /** Runs every entry that is due. Callers run it before each answer too, so that no answer shows a payment that should have expired. */
  runDue(): void {
    const now = this.clock.now()
    for (
      let first = this.heap[0];
      first !== undefined && first.dueAt <= now && !this.stopped;
      first = this.heap[0]
    ) {
      this.pop()
      first.run()
    }
    this.arm()
  }

  clear(): void {
    this.heap = []
  }

  stop(): void {
    this.stopped = true
    this.heap = []
    clearTimeout(this.timer)
  }

  private arm(): void {
    const first = this.heap[0]
    if (this.stopped || first === undefined || this.timerDueAt <= first.dueAt) {
      return
    }
    clearTimeout(this.timer)
    this.timerDueAt = first.dueAt
    const longest = this.clockIsInjected
      ? INJECTED_CLOCK_POLL_MS
      : LONGEST_TIMER_MS
    const wait = Math.max(0, first.dueAt - this.clock.now())
    this.timer = setTimeout(
      () => {
        this.timerDueAt = Infinity
        this.runDue()
      },
      Math.min(wait, longest)
    )
    this.timer.unref()
  }

  private push(entry: Entry): void {
    const heap = this.heap
    let index = heap.push(entry) - 1
    while (index > 0) {
      const parentIndex = (index - 1) >> 1
      const parent = heap[parentIndex]
      if (parent === undefined || parent.dueAt <= entry.dueAt) {
        break
      }
      heap[index] = parent
      index = parentIndex
    }
    heap[index] = entry
  }

  private pop(): void {
    const heap = this.heap
    const last = heap.pop()
    if (last === undefined || heap.length === 0) {
      return
    }
    let index = 0
    for (;;) {
      const left = heap[2 * index + 1]
      const right = heap[2 * index + 2]
      const rightIsLess =
        left !== undefined && right !== undefined && right.dueAt < left.dueAt
      const child = rightIsLess ? right : left
      if (child === undefined || child.dueAt >= last.dueAt) {
        break
      }
      heap[index] = child
      index = 2 * index + (rightIsLess ? 2 : 1)
    }
    heap[index] = last
  }
}
