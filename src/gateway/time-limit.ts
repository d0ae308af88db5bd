import type { Clock } from "./clock"

/**
 * Waits for an answer, so many milliseconds at most. What was asked for may happen all the same.
 *
 * @throws Error `no answer within … ms`
 */
export async function inTime<T>(
  answer: Promise<T>,
  ms: number,
  clock: Clock
): Promise<T> {
  let cancelTimeout = () => {}
  const timeout = new Promise<never>((_, reject) => {
    cancelTimeout = clock.after(ms, () =>
      reject(new Error(`no answer within ${String(ms)} ms`))
    )
  })
  try {
    return await Promise.race([answer, timeout])
  } finally {
    cancelTimeout()
  }
}
