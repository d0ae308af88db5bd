import type { GenericAbortSignal } from "axios"

/**
 * The smallest abort signal that axios takes: it has one listener, and no event objects. An AbortController for every request would cost a tenth of
 * the request's CPU time, for an abort that almost never comes.
 */
export class StopSignal implements GenericAbortSignal {
  aborted = false
  private listener: (() => void) | undefined

  addEventListener(_type: string, listener: () => void): void {
    this.listener = listener
  }

  removeEventListener(): void {
    this.listener = undefined
  }

  stop(): void {
    this.aborted = true
    this.listener?.()
  }
}
