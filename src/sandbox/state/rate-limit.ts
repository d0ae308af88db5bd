import type { Clock } from "../clock"
import { ApiError } from "../wire/api-error"
import { isoTime } from "../wire/iso-time"

const WINDOW_MS = 60_000

/** Limits requests per minute. A window opens with its first request, as the 429 sample's `retryAfter: 60` suggests. */
export class RateLimit {
  private windowEndsAt = 0
  private used = 0

  constructor(
    private readonly clock: Clock,
    private perMinute: number | null
  ) {}

  /** A new limit opens a new window. @param perMinute null for none. */
  set(perMinute: number | null): void {
    this.perMinute = perMinute
    this.windowEndsAt = 0
  }

  get limit(): number | null {
    return this.perMinute
  }

  /** Counts one request. @throws ApiError RATE_LIMIT_EXCEEDED, 429, with the metadata of the error page. */
  count(): void {
    if (this.perMinute === null) {
      return
    }
    const now = this.clock.now()
    if (now >= this.windowEndsAt) {
      this.windowEndsAt = now + WINDOW_MS
      this.used = 0
    }
    if (this.used >= this.perMinute) {
      throw new ApiError(
        429,
        "RATE_LIMIT_EXCEEDED",
        "Too many requests, please try again later",
        {
          limit: this.perMinute,
          remaining: 0,
          resetAt: isoTime(this.windowEndsAt),
          retryAfter: Math.ceil((this.windowEndsAt - now) / 1_000),
        }
      )
    }
    this.used += 1
  }
}
