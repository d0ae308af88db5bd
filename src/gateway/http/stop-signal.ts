import type { GenericAbortSignal } from "axios"

/**
 * The smallest abort signal that axios takes: one listener, no event objects. Every request would
 * pay for an AbortController, for an abort that almost never comes.
 */
export class StopSignal<Reason> implements GenericAbortSignal {
  aborted = false
  /** The reason for the stop, if there was one. */
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
