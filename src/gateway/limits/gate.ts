import type { CallRank } from "../call-options"
import type { One2PaysError } from "../errors"

/** A request that wants to leave. */
export interface Departure {
  rank: CallRank
  /** The caller's deadline in epoch milliseconds. */
  deadline: number
  signal?: AbortSignal
}

/** Takes the result of a request that has left: its error, or `undefined` after a success. */
export type Arrival = (error: One2PaysError | undefined) => Promise<void>

/** The leave to send a request. */
export interface Passage {
  /** In an outage the request asks for all others. Nobody else may ask before its deadline. */
  isProbe: boolean
  arrive: Arrival
}

/** Stops all calls of all instances while the gateway is under maintenance, or answers nobody. */
export interface Breaker {
  /**
   * @throws One2PaysError `MAINTENANCE_MODE` or `GATEWAY_SILENT`, outcome `not_sent`, without calling
   * the gateway
   */
  enter(departure: Departure): Promise<Passage>
}

/** Limits the calls that leave in a minute, from all instances together. */
export interface RateBudget {
  /**
   * Waits for a turn.
   *
   * @returns whether the request had to wait
   * @throws One2PaysError `RATE_LIMIT_EXCEEDED`, outcome `not_sent`, as soon as it is clear that the
   * wait would take more than half of the time until the deadline: the call itself needs the other
   * half. `ABORTED`, outcome `not_sent`, when the signal aborts or the budget is closed
   */
  take(departure: Departure): Promise<boolean>
  /**
   * Notes that the gateway said 429 all the same. No instance calls it for so many milliseconds, a
   * minute at most. This never shortens a pause under way.
   */
  pause(ms: number): Promise<void>
  /** Calls that could leave within the next minute, an estimate for staff. */
  left(): Promise<number>
  /** Refuses every waiting request, and closes the connection to the counters if it opened one. */
  close(): Promise<void>
}

export interface Gate {
  breaker?: Breaker
  budget?: RateBudget
}

/** The vendor's error page recommends this wait, in milliseconds, after a 429 that names none. */
const PAUSE_MS = 60_000

/**
 * Lets a request through, at once or after its turn came.
 *
 * @throws One2PaysError outcome `not_sent`
 */
export async function passGate(
  { breaker, budget }: Gate,
  departure: Departure
): Promise<Passage> {
  let passage = await breaker?.enter(departure)
  const waited = (await budget?.take(departure)) ?? false
  if (waited && !passage?.isProbe) {
    // An outage may have begun while the request stood in the queue.
    passage = await breaker?.enter(departure)
  }
  return {
    isProbe: passage?.isProbe ?? false,
    async arrive(error) {
      if (error?.code === "RATE_LIMIT_EXCEEDED") {
        await budget?.pause(error.retryAfterMs ?? PAUSE_MS)
      }
      await passage?.arrive(error)
    },
  }
}
