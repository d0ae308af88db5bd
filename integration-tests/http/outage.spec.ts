import { Modules } from "@medusajs/framework/utils"
import { orderIdOf } from "../setup/buyer"
import { forgetGateway } from "../setup/new-client"
import { openShop } from "../setup/open-shop"
import { limitTo } from "../setup/time-limit"
import { until } from "../setup/until"

const shop = openShop()
const { variant, buyer, admin, sandbox, clock, sql } = shop

/** After any failed completion nothing is lost, and trying again works. */
async function expectSecondTryToWork(cartId: string): Promise<string> {
  sandbox.clearFaults()
  await shop.endMaintenance()
  const kept = await buyer.get(`/store/carts/${cartId}`)
  expect(kept.data.cart).toMatchObject({ completed_at: null })
  const orderId = orderIdOf(await buyer.complete(cartId))
  sandbox.payments.pay(orderId)
  await shop.untilPaid(orderId)
  return orderId
}

const openPayments = () =>
  sandbox.payments.list().filter(({ status }) => status === "processing")

it("adopts it from the list where the deployment has no by-reference route", async () => {
  forgetGateway(shop.getContainer())
  sandbox.setByReference(false)
  const { id } = await buyer.checkout(variant)
  shop.loseAnswers("payments.create")
  const orderId = orderIdOf(await buyer.complete(id))
  expect(sandbox.callCounts()["payments.list"]).toBeGreaterThan(0)
  sandbox.payments.pay(orderId)
  await shop.untilPaid(orderId)
})

it("tells the customer of maintenance in a sentence, and the second try works", async () => {
  const { id } = await buyer.checkout(variant)
  sandbox.setMaintenance(true)

  const english = await buyer.complete(id)
  expect(english.status).toBe(503)
  expect(Number(english.headers["retry-after"])).toBeGreaterThan(0)
  expect(english.data).toEqual({
    type: "unexpected_state",
    code: "one2pays_maintenance",
    message:
      "Payment service is temporarily under maintenance. Please try again later.",
  })
  const thai = await buyer.speaking("th-TH").complete(id)
  expect(thai.data.message).toContain("ปิดปรับปรุง")
  expect(thai.headers["content-language"]).toBe("th")

  await expectSecondTryToWork(id)
  // The first one met it, was not tried again, and kept the second one from calling at all.
  expect(sandbox.callCounts()["payments.create"]).toBe(2)
})

it("speaks the cart's language when the storefront names none", async () => {
  const { id } = await buyer.checkout(variant)
  await shop.resolve(Modules.CART).updateCarts(id, { locale: "th-TH" })
  sandbox.setMaintenance(true)

  const thai = await buyer.complete(id)
  expect(thai.data.message).toContain("ปิดปรับปรุง")
  await shop.resolve(Modules.CART).updateCarts(id, { locale: null })
  const browser = await buyer.post(
    `/store/carts/${id}/complete`,
    {},
    {
      "accept-language": "th;q=0.9,en;q=0.5",
    }
  )
  expect(browser.data.message).toContain("ปิดปรับปรุง")
  await shop.endMaintenance()
})

it.each([
  ["refused", 503, "one2pays_unavailable"],
  ["unavailable", 503, "one2pays_unavailable"],
  ["server_error", 503, "one2pays_unavailable"],
] as const)(
  "survives a gateway that is %s at checkout",
  async (kind, status, code) => {
    const { id } = await buyer.checkout(variant)
    sandbox.addFault({ kind, times: Infinity })

    const failed = await buyer.complete(id)
    expect(failed.status).toBe(status)
    expect(failed.data).toMatchObject({ code })
    expect(failed.headers["retry-after"]).toBeDefined()
    expect(JSON.stringify(failed.data)).not.toMatch(/INTERNAL|ECONN|socket/i)

    await expectSecondTryToWork(id)
    expect(openPayments()).toEqual([])
  }
)

it("does not wait longer than its time for a gateway that is slow, and leaves no payment behind that could be paid", async () => {
  const { id } = await buyer.checkout(variant)
  const restore = limitTo(shop.getContainer(), 10_000)
  const [calls, delayMs] = [100, 30_000]
  sandbox.addFault({ kind: "slow", delayMs, times: calls })
  const received = (count: number) =>
    until(
      () => calls - sandbox.status().faults[0]!.left,
      (seen) => seen >= count
    )

  clock.stop()
  const completing = buyer.complete(id)
  await received(1)
  clock.advance(10_000)
  // The rest of core's patience is for asking whether the gateway has it after all.
  await received(2)
  clock.advance(9_000)
  // A client that waited any longer would wait for ever.
  const failed = await completing
  // The answers come after all.
  clock.advance(delayMs)
  clock.start()
  restore()
  expect(failed.status).toBe(503)
  expect(failed.data.code).toBe("one2pays_unavailable")
  expect(sandbox.payments.list()).toHaveLength(1)

  const orderId = await expectSecondTryToWork(id)
  const others = sandbox.payments
    .list()
    .filter(({ referenceId }) => referenceId !== orderId)
  expect(others.length).toBeGreaterThan(0)
  expect(others.map(({ status }) => status)).toEqual(
    others.map(() => "canceled")
  )
})

it.each(["answer_lost", "malformed_json"] as const)(
  "adopts the payment when its answer was %s",
  async (kind) => {
    const { id } = await buyer.checkout(variant)
    sandbox.addFault({ kind, endpoint: "payments.create", times: 1 })

    const orderId = orderIdOf(await buyer.complete(id))
    expect(sandbox.payments.list()).toHaveLength(1)
    expect((await buyer.payment(orderId)).data.payment).toMatchObject({
      status: "awaiting_payment",
      next_action: { type: "qr" },
    })
    sandbox.payments.pay(orderId)
    await shop.untilPaid(orderId)
  }
)

it("adopts the payment whose every answer is lost, by its reference", async () => {
  const { id } = await buyer.checkout(variant)
  shop.loseAnswers("payments.create")
  const orderId = orderIdOf(await buyer.complete(id))
  expect(sandbox.payments.list()).toHaveLength(1)
  expect(sandbox.callCounts()["payments.by_reference"]).toBeGreaterThan(0)
  sandbox.payments.pay(orderId)
  await shop.untilPaid(orderId)
})

it("tells the customer little and the merchant all when the keys are wrong", async () => {
  const { id } = await buyer.checkout(variant)
  sandbox.setActive(false)

  const failed = await buyer.complete(id)
  expect(failed.status).toBe(500)
  expect(failed.data).toMatchObject({ code: "one2pays_misconfigured" })
  expect(String(failed.data.message)).not.toMatch(/integration|active/i)
  sandbox.setActive(true)
  await expectSecondTryToWork(id)
})

it.each([100, 0.01])(
  "never shows a QR over %d times the order's amount",
  async (factor) => {
    const { id } = await buyer.checkout(variant)
    sandbox.payments.setQrAmount({ factor })

    const failed = await buyer.complete(id)
    expect(failed.status).toBe(500)
    expect(failed.data).toMatchObject({ code: "one2pays_misconfigured" })
    expect(sandbox.payments.list().map(({ status }) => status)).toEqual([
      "canceled",
    ])
    sandbox.payments.setQrAmount("exact")
    await expectSecondTryToWork(id)
  }
)

it("shows a QR that carries no amount", async () => {
  sandbox.payments.setQrAmount("none")
  const orderId = await buyer.placeOrder(variant)
  expect((await buyer.payment(orderId)).data.payment).toMatchObject({
    status: "awaiting_payment",
    next_action: { type: "qr" },
  })
  sandbox.payments.setQrAmount("exact")
})

async function expectStaffToReadThatItIsTheShop(): Promise<void> {
  await sql("update one2pays_gateway_state set checked_at = null")
  const { data } = await admin.get("/admin/one2pays/status")
  expect(data.status).toMatchObject({
    gateway: {
      reachable: false,
      problem: {
        code: "RATE_BUDGET_SPENT",
        message: expect.stringMatching(/^This shop holds back/),
      },
    },
  })
}

it("is busy, not broken, when the gateway's rate limit is used up, and leaves it alone for a while", async () => {
  const [one, two] = [
    await buyer.checkout(variant),
    await buyer.checkout(variant),
  ]
  clock.beforePause()
  sandbox.setRateLimit(0)
  const busy = await buyer.complete(one.id)
  expect(busy.status).toBe(503)
  expect(busy.data.code).toBe("one2pays_busy")
  expect(sandbox.callCounts()).toEqual({ "payments.create": 1 })

  sandbox.setRateLimit(null)
  const other = await buyer.complete(two.id)
  expect(other.data.code).toBe("one2pays_busy")
  expect(Number(other.headers["retry-after"])).toBeGreaterThan(30)
  expect(sandbox.callCounts()).toEqual({ "payments.create": 1 })
  await expectStaffToReadThatItIsTheShop()
  const kept = await buyer.get(`/store/carts/${two.id}`)
  expect(kept.data.cart).toMatchObject({ completed_at: null })
})
