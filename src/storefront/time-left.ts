/** A payment, as far as its time goes. */
interface Timed {
  /** Seconds, or null without a limit. */
  expires_in?: number | null
}

/** When each payment's time is over, by the clock of `performance`. Nobody can set that one wrong. */
const ends = new WeakMap<Timed, number>()

/**
 * The milliseconds that are left to pay a payment, whatever this device takes for the time of day. They count from the
 * arrival of the answer that holds it, or else from the first call. Infinity where nothing limits the time.
 */
export function timeLeft(payment: Timed): number {
  const now = performance.now()
  const end = ends.get(payment) ?? now + (payment.expires_in ?? Infinity) * 1000
  ends.set(payment, end)
  return end - now
}
