import { ContainerRegistrationKeys, Modules } from "@medusajs/framework/utils"
import { orderIdOf } from "../setup/buyer"
import { openShop } from "../setup/open-shop"
import { until } from "../setup/until"

const shop = openShop()
const { variant, buyer, sandbox, clock, sql } = shop

const statusOf = async (orderId: string) =>
  (await shop.readOrder(orderId)).payment_status

/** A placed order whose payment the gateway has, with its own webhooks off. */
async function placedQuietly(): Promise<{
  orderId: string
  paymentId: string
}> {
  sandbox.setWebhooks({ enabled: false })
  const orderId = await buyer.placeOrder(variant)
  return { orderId, paymentId: sandbox.payments.get(orderId)!.id }
}

const received = (orderId: string, paymentId: string) => ({
  event: "payment.received",
  paymentId,
  referenceId: orderId,
  status: "succeeded",
  amount: "25000.00",
  currency: "THB",
  paymentMethod: "promptpay",
})

it.each([
  ["flat", "payment.received"],
  ["flat", "payment.succeeded"],
  ["envelope", "payment.succeeded"],
] as const)("settles on the %s shape of %s", async (shape, event) => {
  sandbox.setWebhooks({ shape, successEvents: [event] })
  const orderId = await buyer.placeOrder(variant)
  sandbox.payments.pay(orderId)
  await shop.untilPaid(orderId)
})

it("settles once, however often and in whatever order the news comes", async () => {
  const { orderId, paymentId } = await placedQuietly()
  sandbox.payments.pay(orderId)
  const { webhooks } = sandbox
  const succeeded = {
    ...received(orderId, paymentId),
    event: "payment.succeeded",
  }

  const storm = await Promise.all([
    webhooks.send(received(orderId, paymentId)),
    webhooks.send(received(orderId, paymentId)),
    webhooks.send(succeeded),
    webhooks.send(succeeded),
    webhooks.send({
      ...received(orderId, paymentId),
      event: "payment.created",
      status: "processing",
    }),
  ])
  for (const answer of storm) {
    expect([200, 503]).toContain(answer.status)
  }
  const paid = await shop.untilPaid(orderId)
  await until(
    () => webhooks.send(received(orderId, paymentId)),
    ({ status }) => status === 200
  )
  await webhooks.send(succeeded)

  const after = await shop.readOrder(orderId)
  expect(after.summary.paid_total).toBe(250)
  expect(after.payment_collections[0]!.payments).toHaveLength(1)
  expect(paid.payment_collections[0]!.payments[0]!.captures).toHaveLength(1)
  expect(sandbox.callCounts()["payments.retrieve"]).toBe(1)
})

it("answers a duplicate 200 without asking the gateway again", async () => {
  const { orderId, paymentId } = await placedQuietly()
  sandbox.payments.pay(orderId)
  const { webhooks } = sandbox

  const first = await webhooks.send(received(orderId, paymentId))
  const second = await webhooks.send(received(orderId, paymentId))
  expect(first).toMatchObject({ status: 200, body: '{"outcome":"settle"}' })
  expect(second).toMatchObject({
    status: 200,
    body: '{"outcome":"duplicate"}',
  })
  expect(sandbox.callCounts()["payments.retrieve"]).toBe(1)
})

it("believes the gateway, not the webhook: an event that says paid changes nothing while the gateway does not", async () => {
  const { orderId, paymentId } = await placedQuietly()
  const early = await sandbox.webhooks.send(received(orderId, paymentId))
  expect(early.status).toBe(503)
  expect(await statusOf(orderId)).toBe("awaiting")

  sandbox.payments.pay(orderId)
  const later = await sandbox.webhooks.send(received(orderId, paymentId))
  expect(later.status).toBe(200)
  expect(await statusOf(orderId)).toBe("captured")
})

it("refuses a webhook that is forged, ahead of time, malformed or unsigned", async () => {
  const { orderId, paymentId } = await placedQuietly()
  sandbox.payments.pay(orderId)
  const { webhooks } = sandbox
  const body = received(orderId, paymentId)
  clock.stop()
  const now = clock.now()
  const tolerance = 5 * 60_000

  const refused = await Promise.all([
    webhooks.send(body, { secret: "whsec_somebody_else" }),
    webhooks.send(body, { signature: "sha256=00" }),
    webhooks.send(body, { signature: "" }),
    webhooks.send(body, { timestamp: now + tolerance + 1 }),
    webhooks.send(body, { timestamp: Number.NaN }),
    webhooks.send("{not json", { secret: "whsec_somebody_else" }),
  ])
  expect(refused.map(({ status }) => status)).toEqual(refused.map(() => 401))
  const malformed = await Promise.all([
    webhooks.send("{not json"),
    webhooks.send("[]"),
    webhooks.send('"text"'),
    webhooks.send("{}"),
    webhooks.send(""),
  ])
  expect(malformed.map(({ status }) => status)).toEqual(
    malformed.map(() => 400)
  )
  expect(await statusOf(orderId)).toBe("awaiting")
  expect(sandbox.callCounts()["payments.retrieve"]).toBeUndefined()
})

it("answers 200 to news that is not for us", async () => {
  const { webhooks } = sandbox
  const others = await Promise.all([
    webhooks.send({ event: "kyc.approved", id: "x" }),
    webhooks.send({
      event: "withdrawal.paid",
      withdrawId: "w",
      referenceId: "r",
      status: "paid",
    }),
    webhooks.send(
      received("order_of_another_shop", "00000000-0000-4000-8000-000000000000")
    ),
    webhooks.send({ event: "payment.something_new", paymentId: "p" }),
  ])
  expect(others.map(({ status }) => status)).toEqual([200, 200, 200, 200])
  expect(sandbox.callCounts()).toEqual({})
})

it("changes nothing by news that comes before the order exists", async () => {
  const { id } = await buyer.checkout(variant)
  const early = await sandbox.webhooks.send(received(id, "unknown"))
  expect(early.status).toBe(200)
  const cart = await buyer.get(`/store/carts/${id}`)
  expect(cart.data.cart).toMatchObject({ completed_at: null })

  const orderId = orderIdOf(await buyer.complete(id))
  expect(await statusOf(orderId)).toBe("awaiting")
  sandbox.payments.pay(orderId)
  await shop.untilPaid(orderId)
})

it("asks about our own payment, whatever payment a webhook names", async () => {
  const { orderId } = await placedQuietly()
  const rich = await buyer.placeOrder(variant)
  sandbox.payments.pay(rich)
  const paidElsewhere = sandbox.payments.get(rich)!.id

  await sandbox.webhooks.send(received(orderId, paidElsewhere))
  expect(await statusOf(orderId)).toBe("awaiting")
})

it("waits for a completion that is still running", async () => {
  const { id } = await buyer.checkout(variant)
  const delayMs = 1500
  sandbox.addFault({
    kind: "slow",
    endpoint: "payments.create",
    delayMs,
  })
  clock.stop()
  const completing = buyer.complete(id)
  const payment = await until(
    () => sandbox.payments.list()[0],
    (made) => made !== undefined
  )
  sandbox.payments.pay(payment!.id)
  await until(
    () => sql("select from one2pays_webhook_event"),
    (news) => news.length > 0
  )
  clock.advance(delayMs)
  const orderId = orderIdOf(await completing)
  clock.start()
  await sandbox.webhooks.flush()

  const paid = await shop.untilPaid(orderId)
  expect(paid.summary.paid_total).toBe(250)
  expect(paid.payment_collections[0]!.payments).toHaveLength(1)
})

it("asks to be called again while another works on the payment, which is no cause for alarm", async () => {
  const { orderId, paymentId } = await placedQuietly()
  sandbox.payments.pay(orderId)
  const logger = shop.resolve(ContainerRegistrationKeys.LOGGER)
  const alarms = [jest.spyOn(logger, "warn"), jest.spyOn(logger, "error")]
  // Else a database that answers late on a busy machine would be one.
  clock.stop()
  await sql(
    "update one2pays_payment set busy_until = now() + interval '1 minute' where order_id = ?",
    [orderId]
  )
  const news = received(orderId, paymentId)
  expect((await sandbox.webhooks.send(news)).status).toBe(503)
  await clock.skipPauses(() => shop.reconcile())
  for (const alarm of alarms) {
    expect(alarm).not.toHaveBeenCalled()
    alarm.mockRestore()
  }
  expect(await statusOf(orderId)).not.toBe("captured")

  await sql(
    "update one2pays_payment set busy_until = null where order_id = ?",
    [orderId]
  )
  expect((await sandbox.webhooks.send(news)).status).toBe(200)
  expect(await statusOf(orderId)).toBe("captured")
})

it("keeps money of the wrong amount away from the order, and shows it for review", async () => {
  const orderId = await buyer.placeOrder(variant)
  sandbox.payments.pay(orderId, { amount: "100.00" })

  const shown = await until(
    async () =>
      (await buyer.payment(orderId)).data.payment as { status: string },
    ({ status }) => status !== "awaiting_payment"
  )
  expect(shown.status).toBe("under_review")
  expect(await statusOf(orderId)).toBe("awaiting")
})

it("flags money for an order that was canceled meanwhile", async () => {
  const { orderId, paymentId } = await placedQuietly()
  await shop.cancelOrder(orderId)
  sandbox.payments.pay(orderId)

  // Closing the order leases the payment, too.
  const answer = await until(
    () => sandbox.webhooks.send(received(orderId, paymentId)),
    ({ status }) => status !== 503
  )
  expect(answer).toMatchObject({ status: 200, body: '{"outcome":"issue"}' })
  expect((await buyer.payment(orderId)).data.payment).toMatchObject({
    status: "under_review",
  })
})

it("settles late money for an order that still waits, after the payment had expired", async () => {
  const orderId = await buyer.placeOrder(variant)
  sandbox.payments.expire(orderId)
  await until(
    async () =>
      (await buyer.payment(orderId)).data.payment as { status: string },
    ({ status }) => status === "expired"
  )
  sandbox.payments.pay(orderId)
  await shop.untilPaid(orderId)
})

it("asks to be called again when the gateway cannot be asked", async () => {
  const { orderId, paymentId } = await placedQuietly()
  sandbox.payments.pay(orderId)
  sandbox.setMaintenance(true)
  const refused = await sandbox.webhooks.send(received(orderId, paymentId))
  expect(refused.status).toBe(503)

  await shop.endMaintenance()
  const done = await sandbox.webhooks.send(received(orderId, paymentId))
  expect(done.status).toBe(200)
  expect(await statusOf(orderId)).toBe("captured")
})

describe("by core's own path", () => {
  const corePath = () =>
    sandbox
      .status()
      .webhooks.urls?.[0]?.replace(
        "/hooks/one2pays",
        "/hooks/payment/one2pays_one2pays"
      )

  it("settles", async () => {
    const { orderId, paymentId } = await placedQuietly()
    sandbox.payments.pay(orderId)
    // Core waits five seconds before it looks at a webhook, unless this says otherwise; it cannot be said in a config.
    const core = shop.resolve<{ options?: object }>(Modules.PAYMENT as string)
    const { options } = core
    core.options = { ...options, webhook_delay: 1 }
    const answer = await sandbox.webhooks.send(received(orderId, paymentId), {
      url: corePath(),
    })
    core.options = options
    expect(answer.status).toBe(200)
    await shop.untilPaid(orderId)
  })

  it("never makes core complete an unrelated cart for a session that is gone", async () => {
    const bystander = await buyer.checkout(variant)
    const { orderId, paymentId } = await placedQuietly()
    sandbox.payments.pay(orderId)
    const payments = shop.resolve(Modules.PAYMENT)
    const { payment_collections } = await shop.readOrder(orderId)
    const [session] = payment_collections[0]!.payment_sessions
    const action = () =>
      payments.getWebhookActionAndData({
        provider: "one2pays_one2pays",
        payload: getSandboxPayload(received(orderId, paymentId)),
      })
    expect(await action()).toMatchObject({
      action: "captured",
      data: { session_id: session!.id },
    })

    await payments.deletePaymentSession(session!.id)
    expect(await action()).toMatchObject({ action: "not_supported" })
    for (const body of [
      received("order_x", "unknown"),
      { event: "payment.received" },
    ]) {
      const unknown = await payments.getWebhookActionAndData({
        provider: "one2pays_one2pays",
        payload: getSandboxPayload(body),
      })
      expect(unknown).toMatchObject({ action: "not_supported" })
    }
    const cart = await buyer.get(`/store/carts/${bystander.id}`)
    expect(cart.data.cart).toMatchObject({ completed_at: null })
  })
})

/** A webhook as core hands it to the provider, signed by hand. */
function getSandboxPayload(body: object) {
  const { createHmac } =
    jest.requireActual<typeof import("node:crypto")>("node:crypto")
  const rawData = Buffer.from(JSON.stringify(body))
  const timestamp = String(clock.now())
  const hex = createHmac("sha256", sandbox.webhookSecret)
    .update(`${timestamp}.`)
    .update(rawData)
    .digest("hex")
  return {
    data: { ...body },
    rawData,
    headers: {
      "x-webhook-timestamp": timestamp,
      "x-webhook-signature": `sha256=${hex}`,
    },
  }
}
