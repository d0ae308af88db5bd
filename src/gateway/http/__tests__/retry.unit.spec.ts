import { systemClock, type Clock } from "../../clock"
import { One2PaysError, type GatewayErrorCode } from "../../errors"
import { waitBeforeRetry, withRetries } from "../retry"

function fakeClock(random = 0.5) {
  const waits: number[] = []
  let time = 1000
  const clock: Clock = {
    ...systemClock,
    now: () => time,
    sleep: async (ms) => {
      waits.push(ms)
      time += ms
    },
    random: () => random,
  }
  return { clock, waits }
}

const failing = (code: GatewayErrorCode, retryAfterMs?: number) =>
  new One2PaysError({ code, retryAfterMs })

function run(
  errors: One2PaysError[],
  policy: Partial<Parameters<typeof withRetries>[1]> = {}
) {
  const { clock, waits } = fakeClock()
  const attempts: number[] = []
  const result = withRetries(
    async (tryNumber) => {
      attempts.push(tryNumber)
      const error = errors.shift()
      if (error) {
        throw error
      }
      return "done"
    },
    {
      maxTries: 3,
      deadline: 11_000,
      clock,
      aborted: () => failing("ABORTED"),
      ...policy,
    }
  )
  return { result, attempts, waits }
}

describe("waitBeforeRetry", () => {
  it("doubles its ceiling up to 5 s and takes any part of it", () => {
    const ceilings = [1, 2, 3, 4, 5, 6, 7].map((tries) =>
      waitBeforeRetry(tries, undefined, 1)
    )
    expect(ceilings).toEqual([200, 400, 800, 1600, 3200, 5000, 5000])
    expect(waitBeforeRetry(3, undefined, 0)).toBe(0)
    expect(waitBeforeRetry(3, undefined, 0.25)).toBe(200)
  })

  it("never comes back before the gateway's own time", () => {
    expect(waitBeforeRetry(1, 60_000, 0)).toBe(60_000)
    expect(waitBeforeRetry(1, 60_000, 0.5)).toBe(60_100)
  })
})

describe("withRetries", () => {
  it.each<GatewayErrorCode>([
    "RATE_LIMIT_EXCEEDED",
    "INTERNAL_ERROR",
    "SERVICE_UNAVAILABLE",
    "NETWORK_ERROR",
    "DNS_ERROR",
    "TIMEOUT",
  ])("tries again after %s", async (code) => {
    const { result, attempts } = run([failing(code), failing(code)])
    await expect(result).resolves.toBe("done")
    expect(attempts).toEqual([1, 2, 3])
  })

  it.each<GatewayErrorCode>([
    "MAINTENANCE_MODE",
    "VALIDATION_ERROR",
    "DUPLICATE_REFERENCE_ID",
    "INVALID_CREDENTIALS",
    "ABORTED",
    "TLS_ERROR",
    "MALFORMED_RESPONSE",
  ])("gives up at once after %s", async (code) => {
    const { result, attempts, waits } = run([failing(code)])
    await expect(result).rejects.toMatchObject({ code })
    expect(attempts).toEqual([1])
    expect(waits).toEqual([])
  })

  it("stops at the last try with the last error", async () => {
    const errors = [
      failing("TIMEOUT"),
      failing("NETWORK_ERROR"),
      failing("INTERNAL_ERROR"),
    ]
    const { result, attempts } = run(errors)
    await expect(result).rejects.toMatchObject({ code: "INTERNAL_ERROR" })
    expect(attempts).toEqual([1, 2, 3])
  })

  it("waits what the gateway asks for", async () => {
    const { result, waits } = run([failing("RATE_LIMIT_EXCEEDED", 2000)])
    await result
    expect(waits).toEqual([2100])
  })

  it("does not begin a wait that would pass the deadline", async () => {
    const { result, attempts, waits } = run([
      failing("RATE_LIMIT_EXCEEDED", 60_000),
    ])
    await expect(result).rejects.toMatchObject({ code: "RATE_LIMIT_EXCEEDED" })
    expect(attempts).toEqual([1])
    expect(waits).toEqual([])
  })

  it("lets errors that are not the gateway's pass", async () => {
    const { clock } = fakeClock()
    const broken = withRetries(
      async () => {
        throw new TypeError("a bug")
      },
      { maxTries: 3, deadline: 9e15, clock, aborted: () => failing("ABORTED") }
    )
    await expect(broken).rejects.toThrow(TypeError)
  })
})
