import { startSandbox, type Sandbox } from "../index"
import { get, paymentBody, post, send } from "./signed-client"

describe("rate limit", () => {
  let sandbox: Sandbox
  afterEach(() => sandbox.close())

  it("allows a hundred requests a minute and then answers as the API overview shows", async () => {
    let now = Date.now()
    sandbox = await startSandbox({ clock: { now: () => now } })
    for (let call = 0; call < 100; call++) {
      expect((await get(sandbox, "/balance")).status).toBe(200)
    }
    now += 500
    const { status, body } = await get(sandbox, "/balance")
    expect(status).toBe(429)
    expect(body).toEqual({
      success: false,
      error: {
        code: "RATE_LIMIT_EXCEEDED",
        message: "Too many requests, please try again later",
        metadata: {
          limit: 100,
          remaining: 0,
          resetAt: new Date(now + 59_500).toISOString(),
          retryAfter: 60,
        },
      },
    })
    now += 59_500
    expect((await get(sandbox, "/balance")).status).toBe(200)
  })

  it("counts only authenticated requests, and can be changed and lifted", async () => {
    const now = Date.now()
    sandbox = await startSandbox({
      rateLimitPerMinute: 1,
      clock: { now: () => now },
    })
    await send(sandbox, "GET", "/balance", "", {})
    expect((await get(sandbox, "/balance")).status).toBe(200)
    expect((await get(sandbox, "/balance")).status).toBe(429)
    sandbox.setRateLimit(2)
    expect((await get(sandbox, "/balance")).status).toBe(200)
    sandbox.setRateLimit(null)
    for (let call = 0; call < 5; call++) {
      expect((await get(sandbox, "/balance")).status).toBe(200)
    }
  })
})

describe("maintenance mode", () => {
  it("answers every authenticated call with MAINTENANCE_MODE and does no work", async () => {
    const sandbox = await startSandbox()
    sandbox.setMaintenance(true)
    for (const answer of [
      await get(sandbox, "/balance"),
      await post(sandbox, "/payments", paymentBody()),
      await get(sandbox, "/payments"),
      await post(sandbox, "/withdraws", {}),
    ]) {
      expect(answer.status).toBe(503)
      expect(answer.body).toEqual({
        success: false,
        error: {
          code: "MAINTENANCE_MODE",
          message: "Merchant API is currently under maintenance",
        },
      })
    }
    const unsigned = await send(sandbox, "GET", "/balance", "", {})
    expect(unsigned.status).toBe(401)
    expect(sandbox.payments.list()).toHaveLength(0)
    sandbox.setMaintenance(false)
    expect((await get(sandbox, "/balance")).status).toBe(200)
    await sandbox.close()
  })
})
