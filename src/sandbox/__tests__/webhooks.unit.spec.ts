import { startSandbox, type Sandbox, type SandboxOptions } from "../index"
import {
  paymentBody,
  post,
  signature,
  until,
  withdrawBody,
} from "./signed-client"
import { startReceiver, type Receiver } from "./webhook-receiver"

describe("webhooks", () => {
  let sandbox: Sandbox
  let receiver: Receiver
  const start = async (options: SandboxOptions = {}) => {
    sandbox = await startSandbox({
      webhookUrls: [receiver.url],
      withdrawStepMs: null,
      ...options,
    })
  }
  beforeEach(async () => {
    receiver = await startReceiver()
  })
  afterEach(async () => {
    await sandbox.close()
    await receiver.close()
  })

  const events = () => receiver.received.map(({ body }) => body.event)
  const createPayment = async () =>
    (await post(sandbox, "/payments", paymentBody())).body.data
  const received = (count: number) =>
    until(() => receiver.received.length >= count)

  it("signs `<timestamp>.<raw body>` with the webhook secret", async () => {
    await start()
    const before = Date.now()
    await createPayment()
    await received(1)
    const { headers, text } = receiver.received[0]!
    const timestamp = headers["x-webhook-timestamp"] ?? ""
    expect(Number(timestamp)).toBeGreaterThanOrEqual(before)
    expect(Number(timestamp)).toBeLessThanOrEqual(Date.now())
    expect(headers["x-webhook-signature"]).toBe(
      signature("whsec_sandbox", timestamp, text)
    )
    expect(headers["content-type"]).toBe("application/json")
  })

  it("announces a payment in the flat shape of the events page", async () => {
    await start()
    const payment = await createPayment()
    await received(1)
    expect(Object.entries(receiver.received[0]!.body)).toEqual([
      ["event", "payment.created"],
      ["paymentId", payment.id],
      ["referenceId", payment.referenceId],
      ["status", "processing"],
      ["amount", "1000.00"],
      ["currency", "THB"],
      ["paymentMethod", "promptpay"],
      ["clientSecret", null],
      ["nextAction", payment.nextAction],
      ["expiresAt", payment.expiresAt],
    ])
  })

  it("announces every end of a payment", async () => {
    await start()
    sandbox.payments.pay((await createPayment()).id)
    sandbox.payments.fail((await createPayment()).id)
    sandbox.payments.expire((await createPayment()).id)
    await post(sandbox, `/payments/${(await createPayment()).id}/cancel`)
    await received(8)
    const ends = receiver.received
      .map(({ body }) => [body.event, body.status])
      .filter(([event]) => event !== "payment.created")
    expect(ends.sort()).toEqual([
      ["payment.canceled", "canceled"],
      ["payment.expired", "expired"],
      ["payment.failed", "failed"],
      ["payment.received", "succeeded"],
    ])
  })

  it("announces every end of a withdraw", async () => {
    await start()
    for (const end of ["paid", "failed", "canceled"] as const) {
      const { body } = await post(sandbox, "/withdraws", withdrawBody())
      sandbox.withdraws.settle(body.data.id, end)
    }
    await received(3)
    expect(events().sort()).toEqual([
      "withdrawal.canceled",
      "withdrawal.failed",
      "withdrawal.paid",
    ])
    expect(receiver.received[0]!.body.withdrawId).toEqual(expect.any(String))
  })

  it("speaks the older envelope when told so", async () => {
    await start({ webhookShape: "envelope" })
    const payment = await createPayment()
    await received(1)
    expect(receiver.received[0]!.body).toEqual({
      id: expect.stringMatching(/^evt_[0-9a-f]{16}$/),
      type: "payment.created",
      data: {
        id: payment.id,
        amount: "1000.00",
        currency: "THB",
        status: "processing",
        referenceId: payment.referenceId,
      },
      createdAt: expect.stringMatching(/^\d{4}-\d\d-\d\dT\d\d:\d\d:\d\dZ$/),
    })
    sandbox.payments.pay(payment.id)
    const { body } = await post(sandbox, "/withdraws", withdrawBody())
    sandbox.withdraws.settle(body.data.id, "paid")
    await received(3)
    expect(receiver.received.map((one) => one.body.type).sort()).toEqual([
      "payment.created",
      "payment.succeeded",
      "withdraw.paid",
    ])
  })

  it("can announce a success under both names", async () => {
    await start({ successEvents: ["payment.received", "payment.succeeded"] })
    sandbox.payments.pay((await createPayment()).id)
    await received(3)
    expect(events().sort()).toEqual([
      "payment.created",
      "payment.received",
      "payment.succeeded",
    ])
  })

  it("announces both payments of a payment paid twice, and none of a silent one", async () => {
    await start()
    sandbox.payments.payTwice((await createPayment()).id)
    sandbox.payments.pay((await createPayment()).id, { silent: true })
    await received(4)
    await sandbox.webhooks.flush()
    expect(
      events().filter((event) => event === "payment.received")
    ).toHaveLength(2)
  })

  it("tries again, freshly signed, until it is answered 2xx", async () => {
    let now = Date.now()
    const attempted = (times: number) =>
      until(() => sandbox.webhooks.deliveries()[0]?.attempts.length === times)
    receiver.status = 503
    await start({
      webhookRetryDelaysMs: [60_000, 60_000],
      clock: { now: () => now },
    })
    await createPayment()
    await attempted(1)
    now += 60_000
    await attempted(2)
    receiver.status = 204
    now += 60_000
    await until(() => sandbox.webhooks.deliveries()[0]?.state === "delivered")
    const [delivery] = sandbox.webhooks.deliveries()
    expect(delivery?.attempts[0]).toMatchObject({
      status: 503,
      answer: "noted",
    })
    expect(delivery?.attempts.at(-1)).toMatchObject({ status: 204 })
    const times = receiver.received.map(
      ({ headers }) => headers["x-webhook-timestamp"]
    )
    expect(new Set(times).size).toBe(times.length)
  })

  it("gives up after the last retry, and can be asked to deliver after all", async () => {
    receiver.status = 500
    await start({ webhookRetryDelaysMs: [1] })
    await createPayment()
    await until(() => sandbox.webhooks.deliveries()[0]?.state === "failed")
    expect(receiver.received).toHaveLength(2)
    receiver.status = 200
    const id = sandbox.webhooks.deliveries()[0]?.id ?? ""
    expect((await sandbox.webhooks.redeliver(id)).state).toBe("delivered")
    await expect(sandbox.webhooks.redeliver("nothing")).rejects.toThrow(
      "no delivery"
    )
  })

  it("notes a receiver that cannot be reached", async () => {
    await start({
      webhookUrls: ["http://127.0.0.1:1/"],
      webhookRetryDelaysMs: [],
    })
    await createPayment()
    await until(() => sandbox.webhooks.deliveries()[0]?.state === "failed")
    expect(sandbox.webhooks.deliveries()[0]?.attempts[0]?.status).toBeNull()
  })

  it("delivers to every address", async () => {
    const other = await startReceiver()
    await start({ webhookUrls: [receiver.url, other.url] })
    await createPayment()
    await received(1)
    await until(() => other.received.length === 1)
    await other.close()
  })

  it("delivers twice on demand", async () => {
    await start()
    sandbox.setWebhooks({ duplicate: 1 })
    await createPayment()
    await received(2)
    const [first, second] = receiver.received
    expect(first?.text).toBe(second?.text)
  })

  it("delivers late on demand, or when flushed", async () => {
    await start()
    sandbox.setWebhooks({ delayMs: 3_600_000 })
    await createPayment()
    expect(sandbox.webhooks.deliveries()[0]?.state).toBe("pending")
    expect(receiver.received).toHaveLength(0)
    await sandbox.webhooks.flush()
    expect(receiver.received).toHaveLength(1)

    sandbox.setWebhooks({ delayMs: 30 })
    await createPayment()
    await received(2)
  })

  it("delivers out of order on demand: the newest first", async () => {
    let now = Date.now()
    await start({ clock: { now: () => now } })
    sandbox.setWebhooks({ shuffle: true, delayMs: 100 })
    const payment = await createPayment()
    sandbox.payments.pay(payment.id)
    now += 100
    await received(2)
    expect(events()).toEqual(["payment.received", "payment.created"])

    const another = await createPayment()
    sandbox.payments.fail(another.id)
    await sandbox.webhooks.flush()
    expect(events().slice(2)).toEqual(["payment.failed", "payment.created"])
  })

  it("loses webhooks on demand, to be redelivered", async () => {
    await start()
    sandbox.setWebhooks({ enabled: false })
    await createPayment()
    await sandbox.webhooks.flush()
    expect(receiver.received).toHaveLength(0)
    const [lost] = sandbox.webhooks.deliveries()
    expect(lost?.state).toBe("skipped")
    await sandbox.webhooks.redeliver(lost?.id ?? "")
    expect(receiver.received).toHaveLength(1)
  })

  it("sends bodies of one's own, well or badly signed", async () => {
    await start()
    const answer = await sandbox.webhooks.send({ event: "kyc.approved" })
    expect(answer).toEqual({ status: 200, body: "noted" })
    await sandbox.webhooks.send('{"event":1}', {
      secret: "other",
      timestamp: 1704067200000,
    })
    await sandbox.webhooks.send("{}", { signature: "" })
    const [, second, third] = receiver.received
    expect(second?.headers["x-webhook-signature"]).toBe(
      signature("other", "1704067200000", '{"event":1}')
    )
    expect(third?.headers["x-webhook-signature"]).toBeUndefined()
    sandbox.setWebhooks({ urls: [] })
    await expect(sandbox.webhooks.send("{}")).rejects.toThrow(
      "no webhook address"
    )
  })
})
