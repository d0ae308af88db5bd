/** An error like the browser's own, for which `describeError` says that the shop cannot be reached. */
export const timeoutError = () =>
  Object.assign(new Error("The shop did not answer in time."), {
    name: "TimeoutError",
  })

/**
 * Stops waiting for work that takes too long, and rejects with a `TimeoutError`. It does so even where an SDK ignores
 * the signal.
 */
export async function within<T>(
  limitMs: number,
  work: (signal: AbortSignal) => Promise<T>
): Promise<T> {
  const controller = new AbortController()
  let timer: ReturnType<typeof setTimeout> | undefined
  const limit = new Promise<never>((_, reject) => {
    timer = setTimeout(() => {
      reject(timeoutError())
      controller.abort()
    }, limitMs)
  })
  try {
    return await Promise.race([work(controller.signal), limit])
  } finally {
    clearTimeout(timer)
  }
}
