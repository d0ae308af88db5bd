const PLAIN_NUMBER = /^\d+(\.\d+)?$/

interface RetryAfterSources {
  /** `error.metadata` of the answer. */
  metadata: Record<string, unknown> | undefined
  /** The `Retry-After` header: seconds or a date. */
  header: string | undefined
  nowMs: number
}

/**
 * The wait that the gateway asks for, in milliseconds. Its body names seconds (`retryAfter`) and a
 * time (`resetAt`); a proxy sends the header.
 */
export function retryAfterMs(from: RetryAfterSources): number | undefined {
  return (
    seconds(from.metadata?.retryAfter) ??
    seconds(from.header) ??
    until(from.header, from.nowMs) ??
    until(from.metadata?.resetAt, from.nowMs)
  )
}

function seconds(value: unknown): number | undefined {
  const text = typeof value === "number" ? String(value) : value
  return typeof text === "string" && PLAIN_NUMBER.test(text)
    ? Number(text) * 1000
    : undefined
}

function until(value: unknown, nowMs: number): number | undefined {
  const time = typeof value === "string" ? Date.parse(value) : NaN
  return Number.isNaN(time) ? undefined : Math.max(0, time - nowMs)
}
