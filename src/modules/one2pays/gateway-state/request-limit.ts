import { RateLimiterRes, type RateLimiterAbstract } from "rate-limiter-flexible"
import {
  memoryCounters,
  type CounterOptions,
  type RateCounters,
} from "../../../gateway"

/**
 * Limits how often the public may ask for something that costs work. All instances count together, under keys of their
 * own, so that the limit takes nothing from the gateway's budget. While the store is away, each instance counts for
 * itself.
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

  /**
   * Counts a request.
   *
   * @returns 0 when the shop may serve it, else the milliseconds until it may serve the next one
   */
  async take(key: string): Promise<number> {
    try {
      this.shared ??= this.counters.open(this.options)
      return await consume(await this.shared, key)
    } catch {
      // The gateway's budget needs the same store and logs its failure.
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

/** A mail reader and its proxy ask for fewer pictures of one order. */
export const PICTURES: CounterOptions = {
  keyPrefix: "one2pays:picture",
  points: 30,
  windowMs: 60_000,
}

/** A customer who looks for their payment asks less often. Each request costs a call of the gateway. */
export const CHECKS: CounterOptions = {
  keyPrefix: "one2pays:check",
  points: 6,
  windowMs: 60_000,
}

/** A customer with two tabs asks for fewer. Each request may cost a call of the gateway, also a refused one. */
export const NEXT_PAYMENTS: CounterOptions = {
  keyPrefix: "one2pays:next_payment",
  points: 10,
  windowMs: 60_000,
}
