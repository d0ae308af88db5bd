import { RateLimiterRes, type RateLimiterAbstract } from "rate-limiter-flexible"
import {
  memoryCounters,
  type CounterOptions,
  type RateCounters,
} from "../../../gateway"

/**
 * How often the public may ask for something that costs work, counted by all instances together under
 * keys of its own: it takes nothing from the gateway's budget. While the store is away, each
 * instance counts for itself.
 */
export class RequestLimit {
  private shared: Promise<RateLimiterAbstract> | undefined
  private readonly own: Promise<RateLimiterAbstract>

  constructor(
    private readonly counters: RateCounters,
    private readonly options: CounterOptions
  ) {
    this.own = memoryCounters().open(options)
  }

  /** @returns 0 for a request that may be served, else the milliseconds until the next one may */
  async take(key: string): Promise<number> {
    try {
      this.shared ??= this.counters.open(this.options)
      return await consume(await this.shared, key)
    } catch {
      // Said in the log by the gateway's budget, which needs the same store.
      this.shared = undefined
      return consume(await this.own, key)
    }
  }
}

async function consume(
  limiter: RateLimiterAbstract,
  key: string
): Promise<number> {
  try {
    await limiter.consume(key)
    return 0
  } catch (refused) {
    if (refused instanceof RateLimiterRes) {
      return Math.max(refused.msBeforeNext, 1)
    }
    throw refused
  }
}

/** More than any mail reader and its proxy ask for one order. */
export const PICTURES: CounterOptions = {
  keyPrefix: "one2pays:picture",
  points: 30,
  windowMs: 60_000,
}

/** More than a customer with two tabs asks for; each may cost a call of the gateway, also a refused one. */
export const NEXT_PAYMENTS: CounterOptions = {
  keyPrefix: "one2pays:next_payment",
  points: 10,
  windowMs: 60_000,
}
