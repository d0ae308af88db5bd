import type { GenericAbortSignal } from "axios"

/**
 * The smallest abort signal that axios takes: one listener, no event objects. An AbortController
 * would be paid for with every request, for an abort that almost never comes.
 */
export class StopSignal<Reason> implements GenericAbortSignal {
  aborted = false
  /** Why it was stopped, if it was. */
  reason: Reason | undefined
  private listener: (() => void) | undefined

  addEventListener(_type: string, listener: () => void): void {
    this.listener = listener
  }

  removeEventListener(): void {
    this.listener = undefined
  }

  stop(reason: Reason): void {
    this.reason ??= reason
    this.aborted = true
    this.listener?.()
  }
}
