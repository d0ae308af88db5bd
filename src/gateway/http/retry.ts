import type { Clock } from "../clock"
import { One2PaysError } from "../errors"

const BASE_MS = 200
const CAP_MS = 5000

interface RetryPolicy {
  /** 1 for a request that must not be sent twice. */
  maxTries: number
  /** Epoch milliseconds. */
  deadline: number
  clock: Clock
  signal?: AbortSignal
  /** The error for an abort during a wait. */
  aborted(tries: number): One2PaysError
}

/**
 * Runs `attempt` until it succeeds, fails for good, or has used up its tries.
 *
 * No wait begins that would end after the deadline: the caller gets the gateway's own error now
 * instead of a timeout later.
 */
export async function withRetries<T>(
  attempt: (tryNumber: number) => Promise<T>,
  policy: RetryPolicy
): Promise<T> {
  const { clock, signal } = policy
  for (let tries = 1; ; tries++) {
    try {
      return await attempt(tries)
    } catch (error) {
      if (
        !(error instanceof One2PaysError) ||
        !error.retryable ||
        tries >= policy.maxTries
      ) {
        throw error
      }
      const wait = waitBeforeRetry(
        tries,
        error.retryAfterMs,
        clock.random?.() ?? Math.random()
      )
      if (clock.now() + wait >= policy.deadline) {
        throw error
      }
      await pause(wait, tries, policy)
    }
    if (signal?.aborted) {
      throw policy.aborted(tries)
    }
  }
}

/**
 * Exponential backoff with full jitter, in milliseconds: any time up to the ceiling is as likely as
 * another, so clients that failed together do not come back together. The wait that the gateway asks
 * for comes first, with the jitter after it for the same reason.
 */
export function waitBeforeRetry(
  failedTries: number,
  retryAfterMs: number | undefined,
  random: number
): number {
  const ceiling = Math.min(CAP_MS, BASE_MS * 2 ** (failedTries - 1))
  return (retryAfterMs ?? 0) + random * ceiling
}

async function pause(
  ms: number,
  tries: number,
  { clock, signal, aborted }: RetryPolicy
): Promise<void> {
  try {
    await clock.sleep(ms, signal)
  } catch (error) {
    throw signal?.aborted ? aborted(tries) : error
  }
}
