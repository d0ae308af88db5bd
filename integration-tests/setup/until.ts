/** Only ends what hangs, with a word on what was seen, before jest ends it without. No test goes by it. */
const LIMIT_MS = 240_000

/** Polls until a condition holds, and fails with what was seen last when it does not within the time. */
export async function until<T>(
  read: () => Promise<T> | T,
  holds: (value: T) => boolean,
  timeoutMs = LIMIT_MS,
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
