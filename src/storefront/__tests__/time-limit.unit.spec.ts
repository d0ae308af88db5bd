import { within } from "../time-limit"

describe("work within a limit of time", () => {
  beforeEach(() => {
    jest.useFakeTimers()
  })

  afterEach(() => {
    jest.useRealTimers()
  })

  it("is what comes of it in time", async () => {
    await expect(within(1000, () => Promise.resolve("done"))).resolves.toBe(
      "done"
    )
    const failure = new Error("refused")
    await expect(within(1000, () => Promise.reject(failure))).rejects.toBe(
      failure
    )
    expect(jest.getTimerCount()).toBe(0)
  })

  it("is let go of after it, whether or not it knows of signals", async () => {
    let signal: AbortSignal | undefined
    const work = within(1000, (its) => {
      signal = its
      return new Promise(() => undefined)
    })
    const ended = expect(work).rejects.toMatchObject({ name: "TimeoutError" })
    jest.advanceTimersByTime(999)
    expect(signal?.aborted).toBe(false)
    jest.advanceTimersByTime(1)
    await ended
    expect(signal?.aborted).toBe(true)
  })
})
