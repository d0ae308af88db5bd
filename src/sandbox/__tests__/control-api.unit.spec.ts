import { startSandbox, type Sandbox } from "../index"
import { get, paymentBody, post, withdrawBody } from "./signed-client"
import { startReceiver, type Receiver } from "./webhook-receiver"

describe("control API", () => {
  let sandbox: Sandbox
  let receiver: Receiver
  beforeEach(async () => {
    receiver = await startReceiver()
    sandbox = await startSandbox({
      rateLimitPerMinute: null,
      withdrawStepMs: null,
    })
  })
  afterEach(async () => {
    await sandbox.close()
    await receiver.close()
  })

  const control = async (method: string, path: string, value?: unknown) => {
    const response = await fetch(`${sandbox.url}/_sandbox/api${path}`, {
      method,
      body: value === undefined ? undefined : JSON.stringify(value),
    })
    const body: unknown = await response.json()
    return { status: response.status, body }
  }

  it("turns the switches", async () => {
    await control("POST", "/maintenance", { on: true })
    expect((await get(sandbox, "/balance")).body.error.code).toBe(
      "MAINTENANCE_MODE"
    )
    await control("POST", "/maintenance", { on: false })
    await control("POST", "/active", { on: false })
    expect((await get(sandbox, "/balance")).status).toBe(403)
    await control("POST", "/active", { on: true })
    await control("POST", "/rate-limit", { perMinute: 0 })
    expect((await get(sandbox, "/balance")).status).toBe(429)
    await control("POST", "/rate-limit", { perMinute: null })
    await control("POST", "/by-reference", { on: false })
    await control("POST", "/wallet", { wallet: "7.25", status: "frozen" })
    expect((await get(sandbox, "/balance")).body.data).toMatchObject({
      walletBalance: 7.25,
      status: "frozen",
    })
    await control("POST", "/qr-amount", { mode: { factor: 100 } })
    await control("POST", "/qr-flaw", { flaw: "checksum" })
    await control("POST", "/next-action", { on: false })
    await control("POST", "/refused-banks", { bankCodes: ["004"] })
    await control("POST", "/repeats-refusals", { on: true })
    expect((await control("GET", "/state")).body).toMatchObject({
      url: sandbox.url,
      maintenance: false,
      byReference: false,
      rateLimitPerMinute: null,
      qrAmount: { factor: 100 },
      qrFlaw: "checksum",
      showsNextAction: false,
      refusedBanks: ["004"],
      repeatsRefusals: true,
    })
    await control("POST", "/reset")
    expect((await control("GET", "/state")).body).toMatchObject({
      qrFlaw: "none",
      showsNextAction: true,
      refusedBanks: [],
      repeatsRefusals: false,
    })
  })

  it("never gives the secrets away", async () => {
    const { body } = await control("GET", "/state")
    const text = JSON.stringify(body)
    expect(text).not.toContain(sandbox.secretKey)
    expect(text).not.toContain(sandbox.webhookSecret)
  })

  it("adds and clears faults", async () => {
    await control("POST", "/faults", {
      kind: "server_error",
      endpoint: "balance",
      times: null,
    })
    expect((await get(sandbox, "/balance")).status).toBe(500)
    expect((await get(sandbox, "/balance")).status).toBe(500)
    expect((await control("GET", "/faults")).body).toHaveLength(1)
    await control("DELETE", "/faults")
    expect((await get(sandbox, "/balance")).status).toBe(200)
  })

  it("works on payments and withdraws", async () => {
    const make = async () =>
      (await post(sandbox, "/payments", paymentBody())).body.data.id
    for (const [action, value, status] of [
      ["pay", undefined, "succeeded"],
      ["pay", { amount: "1.00" }, "succeeded"],
      ["pay-twice", undefined, "succeeded"],
      ["fail", undefined, "payment_failed"],
      ["expire", undefined, "expired"],
      ["cancel", undefined, "canceled"],
    ] as const) {
      const id = await make()
      const done = await control("POST", `/payments/${id}/${action}`, value)
      expect(done.body).toMatchObject({ status })
      expect((await control("GET", `/payments/${id}`)).body).toMatchObject({
        status,
      })
    }
    expect((await control("GET", "/payments")).body).toHaveLength(6)
    const newest = (await control("GET", "/payments?last=1")).body
    expect(newest).toMatchObject([{ status: "canceled" }])

    const withdraw = await post(sandbox, "/withdraws", withdrawBody())
    const path = `/withdraws/${withdraw.body.data.referenceId}`
    const settled = await control("POST", `${path}/settle`, {
      status: "failed",
    })
    expect(settled.body).toMatchObject({ status: "failed" })
    expect((await control("GET", path)).body).toMatchObject({
      status: "failed",
    })
    await control("POST", "/withdraws", { outcome: "failed", stepMs: 5 })
    expect(sandbox.status()).toMatchObject({
      withdrawOutcome: "failed",
      withdrawStepMs: 5,
    })
  })

  it("steers the webhooks", async () => {
    await control("POST", "/webhooks", {
      urls: [receiver.url],
      delayMs: 60_000,
    })
    await post(sandbox, "/payments", paymentBody())
    await control("POST", "/webhooks/flush")
    expect(receiver.received).toHaveLength(1)
    const deliveries = (await control("GET", "/deliveries")).body
    const [delivery] = deliveries as { id: string }[]
    await control("POST", `/deliveries/${delivery!.id}/redeliver`)
    expect(receiver.received).toHaveLength(2)
    const sent = await control("POST", "/webhooks/send", {
      body: { event: "x" },
      signature: "sha256=00",
    })
    expect(sent.body).toEqual({ status: 200, body: "noted" })
    expect((await control("GET", "/webhooks")).body).toMatchObject({
      urls: [receiver.url],
    })
  })

  it("shows and forgets the calls", async () => {
    await get(sandbox, "/balance")
    expect((await control("GET", "/calls")).body).toHaveLength(1)
    expect((await control("GET", "/call-counts")).body).toEqual({ balance: 1 })
    await control("DELETE", "/calls")
    expect((await control("GET", "/calls")).body).toHaveLength(0)
    await control("POST", "/reset")
  })

  it("says what is wrong with a request", async () => {
    expect((await control("POST", "/maintenance", { on: "yes" })).status).toBe(
      400
    )
    expect(
      (await control("POST", "/faults", { kind: "earthquake" })).status
    ).toBe(400)
    expect((await control("POST", "/payments/nothing/pay")).status).toBe(404)
    expect((await control("GET", "/withdraws/nothing")).status).toBe(404)
    expect((await control("POST", "/nothing")).status).toBe(404)
    const { body } = await post(sandbox, "/payments", paymentBody())
    sandbox.payments.pay(body.data.id)
    const again = await control("POST", `/payments/${body.data.id}/pay`)
    expect(again).toEqual({
      status: 409,
      body: { error: "the payment is paid; pay it twice instead" },
    })
    const text = await fetch(`${sandbox.url}/_sandbox/api/faults`, {
      method: "POST",
      body: "{",
    })
    expect(text.status).toBe(400)
  })
})
