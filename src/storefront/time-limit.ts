/** As the browser's own, with which `describeError` says that the shop cannot be reached. */
export const timeoutError = () =>
  Object.assign(new Error("The shop did not answer in time."), {
    name: "TimeoutError",
  })

/** Lets go of work that takes too long, also of an SDK's that does not know of signals: it rejects with a `TimeoutError`. */
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
