export interface EarlyWork<Input, Result> {
  /**
   * Tells the input as it stands, null while it is incomplete. The work begins once the input has stayed the same for a
   * moment. Call it again with every change; null also when the customer leaves.
   */
  want(input: Input | null): void
  /**
   * The result for an input: of the work that was done early, else of work that begins now. A result is taken once, so
   * that a customer who tries again after a failure gets a fresh one.
   */
  take(input: Input): Promise<Result>
}

/** A customer who types pauses for less than this between two letters. */
const REST_MS = 500

/**
 * Does work such as `createPayment` while the customer still fills in the form, so that "place order" need not wait for
 * it. Two never run at once, since of two payment sessions either might count. A failure is kept silent until `take`
 * tries again.
 */
export function prepareEarly<Input, Result>(
  make: (input: Input) => Promise<Result>
): EarlyWork<Input, Result> {
  let timer: ReturnType<typeof setTimeout> | undefined
  let running: Promise<unknown> | undefined
  let ready: { key: string; result: Promise<Result> } | undefined

  function begin(input: Input): Promise<Result> {
    const before = running
    const result = (async () => {
      await before?.catch(() => undefined)
      return make(input)
    })()
    running = result
    const end = (isDone: boolean) => {
      if (running === result) running = undefined
      if (!isDone && ready?.result === result) ready = undefined
    }
    result.then(
      () => end(true),
      () => end(false)
    )
    return result
  }

  function beginEarly(input: Input, key: string) {
    if (running) {
      // It is out of date, and the input may change again until it ends.
      timer = setTimeout(beginEarly, REST_MS, input, key)
    } else {
      ready = { key, result: begin(input) }
    }
  }

  return {
    want(input) {
      clearTimeout(timer)
      const key = JSON.stringify(input)
      if (input !== null && ready?.key !== key) {
        timer = setTimeout(beginEarly, REST_MS, input, key)
      }
    },
    take(input) {
      clearTimeout(timer)
      const early = ready
      ready = undefined
      return early?.key === JSON.stringify(input) ? early.result : begin(input)
    },
  }
}
