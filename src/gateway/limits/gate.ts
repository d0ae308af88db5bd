import type { One2PaysError } from "../errors"

/**
 * Who waits for a call: `checkout` a customer, `webhook` news of money that must be checked,
 * `payout` a beneficiary, `background` a job. The first is served first.
 */
export type CallRank = "checkout" | "webhook" | "payout" | "background"

/** A request that wants to leave. */
export interface Departure {
  rank: CallRank
  /** Epoch milliseconds at which its caller gives up. */
  deadline: number
  signal?: AbortSignal
}

/** Told what became of a request that was let through; `undefined` when it succeeded. */
export type Arrival = (error: One2PaysError | undefined) => Promise<void>

/** Whether the gateway may be called now, for all instances together. */
export interface Maintenance {
  /**
   * @returns whom to tell of the answer
   * @throws One2PaysError `MAINTENANCE_MODE`, outcome `not_sent`, without calling the gateway
   */
  enter(departure: Departure): Promise<Arrival>
}

/** How many calls a minute may leave, from all instances together. */
export interface RateBudget {
  /**
   * Waits for a turn.
   *
   * @returns whether there was anything to wait for
   * @throws One2PaysError `RATE_LIMIT_EXCEEDED`, outcome `not_sent`, as soon as it is clear that
   * waiting would take more than half of the time until the deadline, which the call itself needs;
   * `ABORTED`, outcome `not_sent`, when the signal aborts or the budget is closed
   */
  take(departure: Departure): Promise<boolean>
  /**
   * The gateway said 429 all the same: no instance calls it for so many milliseconds, a minute at
   * most. A pause that is under way is not shortened.
   */
  pause(ms: number): Promise<void>
  /** Calls that could leave within the next minute, an estimate for people to look at. */
  left(): Promise<number>
  /** Refuses whoever waits, and ends the connection to the counters if it opened one. */
  close(): Promise<void>
}

export interface Gate {
  maintenance?: Maintenance
  budget?: RateBudget
}

/** What the vendor's error page recommends when a 429 says nothing itself, in milliseconds. */
const PAUSE_MS = 60_000

/** Lets a request through, or says at once why not. */
export async function passGate(
  { maintenance, budget }: Gate,
  departure: Departure
): Promise<Arrival> {
  let arrival = await maintenance?.enter(departure)
  const waited = (await budget?.take(departure)) ?? false
  if (waited) {
    // Maintenance may have begun while it stood in the queue.
    arrival = await maintenance?.enter(departure)
  }
  return async (error) => {
    if (error?.code === "RATE_LIMIT_EXCEEDED") {
      await budget?.pause(error.retryAfterMs ?? PAUSE_MS)
    }
    await arrival?.(error)
  }
}
