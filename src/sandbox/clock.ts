/** The sandbox reads the time here. A test hands in its own clock to make payments expire. */
export interface Clock {
  /** Unix time in milliseconds. */
  now(): number
  /**
   * Waits before a late answer. Default: the machine's timer. A clock that can be moved ends the wait itself.
   */
  sleep?(ms: number): Promise<void>
}
