import { createHmac } from "node:crypto"
import { ContainerRegistrationKeys, Modules } from "@medusajs/framework/utils"
import { checkWithdrawsWorkflow } from "medusa-plugin-one2pays/workflows"
import { lazily } from "../setup/lazily"
import { openShop } from "../setup/open-shop"

const shop = openShop({ webhooks: false, sandbox: { withdrawStepMs: null } })
const { variant, buyer, desk, sandbox, clock, sql } = shop
const webhooks = lazily(() => sandbox.webhooks)

const TOO_OLD_MS = 5 * 60_000 + 1
const HOUR = 60
const DAY = 24 * HOUR
/** The minutes from the news to the first look, and from each look to the next. */
const PAUSES = [1, 5, 30, 2 * HOUR, 6 * HOUR, DAY, DAY, DAY, DAY, DAY, DAY, DAY]

const received = (orderId: string) => ({
  event: "payment.received",
  paymentId: sandbox.payments.get(orderId)!.id,
  referenceId: orderId,
  status: "succeeded",
  amount: "25000.00",
  currency: "THB",
})

const answered = (outcome: string, status = 200) => ({
  status,
  body: JSON.stringify({ outcome }),
})

const statusOf = async (orderId: string) =>
  (await shop.readOrder(orderId)).payment_status

const retrieves = () => sandbox.callCounts()["payments.retrieve"] ?? 0

/** Moves the end so far back that nobody asks about the payment any more, in a shop that keeps the order. */
async function letExpireLongAgo(orderId: string): Promise<void> {
  await shop.endedAgo(orderId, 61)
  await sql("update one2pays_payment set kept_unpaid_at = now()")
}

async function expiredLongAgo(): Promise<string> {
  const orderId = await shop.placeExpired()
  await letExpireLongAgo(orderId)
  sandbox.resetCalls()
  return orderId
}

/** The minutes until the next look at a row; null when none is planned. */
async function nextLook(table: string, id: string): Promise<number | null> {
  const [row] = await sql<{ minutes: string | null }>(
    `select round(extract(epoch from look_at - updated_at) / 60)::text as minutes from ${table}
      where id = ? or reference_id = ?`,
    [id, id]
  )
  return row!.minutes === null ? null : Number(row!.minutes)
}

const nextLookAt = (orderId: string) => nextLook("one2pays_payment", orderId)

const makeDue = () =>
  sql(`update one2pays_payment set look_at = now() where look_at is not null`)

describe("good news that the gateway's own answer does not confirm yet", () => {
  it("is looked at again, and pays the order hours later", async () => {
    const orderId = await expiredLongAgo()
    const news = received(orderId)
    expect(await webhooks.send(news)).toMatchObject(answered("look_again"))
    expect(await statusOf(orderId)).toBe("awaiting")
    expect(await nextLookAt(orderId)).toBe(1)

    sandbox.payments.pay(orderId)
    await shop.reconcile()
    expect(await statusOf(orderId)).toBe("awaiting")
    await makeDue()
    await shop.reconcile()
    expect(await statusOf(orderId)).toBe("captured")
    expect(await nextLookAt(orderId)).toBeNull()
  })

  it("may be sent again from the dashboard, which brings no look forward", async () => {
    const orderId = await expiredLongAgo()
    const news = received(orderId)
    await webhooks.send(news)
    await makeDue()
    await shop.reconcile()
    expect(await nextLookAt(orderId)).toBe(5)
    expect(await webhooks.send(news)).toMatchObject(answered("look_again"))
    expect(await nextLookAt(orderId)).toBe(5)
    expect(retrieves()).toBe(3)

    sandbox.payments.pay(orderId)
    expect(await webhooks.send(news)).toMatchObject(answered("settle"))
    expect(await webhooks.send(news)).toMatchObject(answered("duplicate"))
    expect(await statusOf(orderId)).toBe("captured")
    expect(retrieves()).toBe(4)
  })

  it("is looked at on a rising schedule, and after a week no more", async () => {
    const orderId = await expiredLongAgo()
    await webhooks.send(received(orderId))
    sandbox.resetCalls()
    const pauses: (number | null)[] = [await nextLookAt(orderId)]
    while (pauses.at(-1) !== null && pauses.length < 20) {
      await shop.reconcile()
      await makeDue()
      await shop.reconcile()
      pauses.push(await nextLookAt(orderId))
    }
    expect(pauses).toEqual([...PAUSES, null])
    expect(retrieves() + (sandbox.callCounts()["payments.list"] ?? 0)).toBe(
      PAUSES.length
    )
  })

  it("stays due while the gateway does not answer", async () => {
    const orderId = await expiredLongAgo()
    await webhooks.send(received(orderId))
    await makeDue()
    sandbox.addFault({ kind: "server_error", times: Infinity })
    await shop.reconcile()
    sandbox.clearFaults()
    sandbox.payments.pay(orderId)
    await shop.reconcile()
    expect(await statusOf(orderId)).toBe("captured")
  })

  it("is looked at again, too, when the payment was open at first and ended meanwhile", async () => {
    const orderId = await buyer.placeOrder(variant)
    expect(await webhooks.send(received(orderId))).toMatchObject(
      answered("too_early", 503)
    )
    sandbox.payments.expire(orderId)
    await shop.reconcile()
    await letExpireLongAgo(orderId)
    await makeDue()
    sandbox.payments.pay(orderId)
    await shop.reconcile()
    expect(await statusOf(orderId)).toBe("captured")
  })

  it("is looked at again when it came by core's own path", async () => {
    const orderId = await expiredLongAgo()
    const action = () =>
      shop.resolve(Modules.PAYMENT).getWebhookActionAndData({
        provider: "one2pays_one2pays",
        payload: signed(received(orderId)),
      })
    expect(await action()).toMatchObject({ action: "not_supported" })
    expect(await nextLookAt(orderId)).toBe(1)
    sandbox.payments.pay(orderId)
    await makeDue()
    await shop.reconcile()
    expect(await statusOf(orderId)).toBe("captured")
  })

  it("of another amount for a paid order is looked at again when it came by core's own path", async () => {
    const orderId = await buyer.placeOrder(variant)
    sandbox.payments.pay(orderId)
    await shop.reconcile()
    const action = (news: object) =>
      shop.resolve(Modules.PAYMENT).getWebhookActionAndData({
        provider: "one2pays_one2pays",
        payload: signed(news),
      })
    await action(received(orderId))
    expect(await nextLookAt(orderId)).toBeNull()
    await action({ ...received(orderId), amount: "50000.00" })
    expect(await nextLookAt(orderId)).not.toBeNull()
    expect((await desk.maker.paymentOf(orderId)).issue).toBeNull()
  })

  it("of a payout that failed here is looked at again until the bank has paid it", async () => {
    await desk.forgetBalance()
    const { id } = await desk.approved({ amount: 100 })
    await desk.send()
    await desk.untilState(id, "pending")
    await sql(
      "update one2pays_withdraw set state = 'failed', ended_at = now() where id = ?",
      [id]
    )
    const { reference_id } = await desk.read(id)
    const news = {
      event: "withdrawal.paid",
      withdrawId: sandbox.withdraws.get(reference_id)!.id,
      referenceId: reference_id,
      status: "paid",
    }
    expect(await webhooks.send(news)).toMatchObject(answered("look_again"))
    expect(await webhooks.send(news)).toMatchObject(answered("look_again"))
    expect(await nextLook("one2pays_withdraw", id)).toBe(1)

    const checkNow = async () => {
      await sql("update one2pays_withdraw set look_at = now() where id = ?", [
        id,
      ])
      await checkWithdrawsWorkflow(shop.getContainer()).run()
    }
    await checkNow()
    expect((await desk.read(id)).state).toBe("failed")
    sandbox.withdraws.settle(reference_id, "paid")
    await checkNow()
    expect((await desk.read(id)).state).toBe("paid")
    // From now on the looks are for a bank that sends it back.
    expect(await nextLook("one2pays_withdraw", id)).toBe(60)
    expect(await webhooks.send(news)).toMatchObject(answered("paid"))
    expect(await webhooks.send(news)).toMatchObject(answered("duplicate"))
  })
})

it("news that nobody knows is used up by no answer that changed nothing", async () => {
  const orderId = await buyer.placeOrder(variant)
  const news = {
    ...received(orderId),
    event: "payment.updated",
    status: "processing",
  }
  expect(await webhooks.send(news)).toMatchObject(answered("not_final"))
  sandbox.payments.pay(orderId)
  expect(await webhooks.send(news)).toMatchObject(answered("settle"))
})

describe("a signed delivery that is only too old", () => {
  const send = (news: object) =>
    webhooks.send(news, { timestamp: clock.now() - TOO_OLD_MS })

  it("makes the plugin ask the gateway, once", async () => {
    const orderId = await buyer.placeOrder(variant)
    sandbox.resetCalls()
    const news = received(orderId)
    expect(await send(news)).toMatchObject(answered("looked"))
    expect(await statusOf(orderId)).toBe("awaiting")
    expect(await send(news)).toMatchObject(answered("duplicate"))
    expect(retrieves()).toBe(1)

    sandbox.payments.pay(orderId)
    expect(await webhooks.send(news)).toMatchObject(answered("settle"))
    expect(await statusOf(orderId)).toBe("captured")
  })

  it("pays the order when the gateway's answer says so", async () => {
    const orderId = await buyer.placeOrder(variant)
    sandbox.payments.pay(orderId)
    sandbox.resetCalls()
    const news = received(orderId)
    expect(await send(news)).toMatchObject(answered("looked"))
    expect(await statusOf(orderId)).toBe("captured")
    expect(await webhooks.send(news)).toMatchObject(answered("duplicate"))
    expect(retrieves()).toBe(1)
  })

  it("is asked for again when the gateway could not be asked, a minute later", async () => {
    const orderId = await buyer.placeOrder(variant)
    sandbox.payments.pay(orderId)
    sandbox.addFault({ kind: "server_error", times: Infinity })
    expect((await send(received(orderId))).status).toBe(503)
    sandbox.resetCalls()
    expect(await send(received(orderId))).toMatchObject(answered("busy", 503))
    expect(sandbox.callCounts()).toEqual({})
    sandbox.clearFaults()
    await sql(
      "update one2pays_webhook_event set claimed_until = claimed_until - interval '61 seconds'"
    )
    expect(await send(received(orderId))).toMatchObject(answered("looked"))
    expect(await statusOf(orderId)).toBe("captured")
  })

  it("is refused when it is older than the claims", async () => {
    const orderId = await buyer.placeOrder(variant)
    sandbox.resetCalls()
    const sentDaysAgo = (days: number) =>
      webhooks.send(received(orderId), {
        timestamp: clock.now() - days * DAY * 60_000 - 1,
      })
    expect((await sentDaysAgo(30)).status).toBe(401)
    expect(sandbox.callCounts()).toEqual({})
    expect(await sentDaysAgo(29)).toMatchObject(answered("looked"))
  })

  it("does nothing for a stranger's payment, and nothing under a wrong signature", async () => {
    const orderId = await buyer.placeOrder(variant)
    sandbox.resetCalls()
    const news = received(orderId)
    const stranger = { ...news, referenceId: "order_x", paymentId: "x" }
    expect(await send(stranger)).toMatchObject(answered("not_ours"))
    const forged = await webhooks.send(news, {
      timestamp: clock.now() - TOO_OLD_MS,
      secret: "whsec_somebody_else",
    })
    const ahead = await webhooks.send(news, {
      timestamp: clock.now() + 2 * TOO_OLD_MS,
    })
    expect([forged.status, ahead.status]).toEqual([401, 401])
    expect(sandbox.callCounts()).toEqual({})
  })

  it("asks once by core's own path, too", async () => {
    const orderId = await buyer.placeOrder(variant)
    sandbox.resetCalls()
    const old = signed(received(orderId), clock.now() - TOO_OLD_MS)
    const action = () =>
      shop.resolve(Modules.PAYMENT).getWebhookActionAndData({
        provider: "one2pays_one2pays",
        payload: old,
      })
    expect(await action()).toMatchObject({ action: "not_supported" })
    sandbox.payments.pay(orderId)
    expect(await action()).toMatchObject({ action: "not_supported" })
    expect(retrieves()).toBe(1)
  })
})

it("the log names the recipe under which a refused signature would have fitted, and no secret", async () => {
  const orderId = await buyer.placeOrder(variant)
  const news = JSON.stringify(received(orderId))
  const warn = jest.spyOn(
    shop.resolve(ContainerRegistrationKeys.LOGGER),
    "warn"
  )
  const refusedWith = async (signature: string) => {
    warn.mockClear()
    expect((await webhooks.send(news, { signature })).status).toBe(401)
    return warn.mock.calls.map(([line]) => line)
  }
  const bodyAlone = `sha256=${hmac(sandbox.webhookSecret, news)}`
  expect(await refusedWith(bodyAlone)).toEqual([
    "[one2pays] webhook refused: signature mismatch. It would fit this recipe: body alone",
  ])
  expect(await refusedWith(`sha256=${"0".repeat(64)}`)).toEqual([
    "[one2pays] webhook refused: signature mismatch",
  ])
  warn.mockRestore()
})

it("a delivery that meets another process is asked for again, without a line in the log", async () => {
  const orderId = await buyer.placeOrder(variant)
  sandbox.payments.pay(orderId)
  const logger = shop.resolve(ContainerRegistrationKeys.LOGGER)
  const lines = (["debug", "info", "warn", "error"] as const).map((level) =>
    jest.spyOn(logger, level)
  )
  await sql(
    "update one2pays_payment set busy_until = now() + interval '1 minute' where order_id = ?",
    [orderId]
  )
  expect(await webhooks.send(received(orderId))).toMatchObject(
    answered("busy", 503)
  )
  expect(
    lines
      .flatMap(({ mock }) => mock.calls)
      .filter(([line]) => String(line).includes("could not be worked on"))
  ).toEqual([])
  lines.forEach((line) => line.mockRestore())
})

const hmac = (secret: string, text: string) =>
  createHmac("sha256", secret).update(text).digest("hex")

/** A webhook as core hands it to the provider, signed by hand. */
function signed(body: object, timestamp = clock.now()) {
  const text = JSON.stringify(body)
  return {
    data: { ...body },
    rawData: Buffer.from(text),
    headers: {
      "x-webhook-timestamp": String(timestamp),
      "x-webhook-signature": `sha256=${hmac(sandbox.webhookSecret, `${timestamp}.${text}`)}`,
    },
  }
}
