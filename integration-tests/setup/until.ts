/** Polls until a condition holds, and fails with what was seen last when it does not within the time. */
export async function until<T>(
  read: () => Promise<T> | T,
  holds: (value: T) => boolean,
  timeoutMs = 30_000,
  everyMs = 25
): Promise<T> {
  const deadline = Date.now() + timeoutMs
  for (;;) {
    const value = await read()
    if (holds(value)) {
      return value
    }
    if (Date.now() > deadline) {
      throw new Error(`not so within ${timeoutMs} ms: ${JSON.stringify(value)}`)
    }
    await new Promise((resolve) => setTimeout(resolve, everyMs))
  }
}
