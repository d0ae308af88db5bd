import { PAYER, type Buyer } from "../setup/buyer"
import { registerCustomer } from "../setup/customer"
import { openShop } from "../setup/open-shop"
import { secret } from "../setup/secrets"

const shop = openShop({ webhooks: false })
const { variant, buyer, sandbox } = shop

const OTHER_PAYER = {
  account_name: secret("name", "สมหญิง รักดี"),
  account_number: secret("account number", "9988776655"),
  bank_code: "014",
}
const check = (orderId: string, who: Buyer = buyer) =>
  who.post(`/store/one2pays/orders/${orderId}/check`)
const reads = () => {
  const counts = sandbox.callCounts()
  return counts["payments.retrieve"] ?? 0
}
const replacing = (reference: string, payer: object = OTHER_PAYER) => ({
  replace: reference,
  payment_method: "promptpay",
  payer,
})

describe("the time that is left", () => {
  it("comes with the answer, in the server's seconds, and does not change its ETag", async () => {
    const orderId = await buyer.placeOrder(variant)
    const ask = async () => {
      const asked = shop.clock.now()
      const { data, headers } = await buyer.payment(orderId)
      const payment = data.payment as { expires_at: string; expires_in: number }
      const left = (now: number) =>
        Math.ceil((Date.parse(payment.expires_at) - now) / 1000)
      expect(payment.expires_in).toBeLessThanOrEqual(left(asked))
      expect(payment.expires_in).toBeGreaterThanOrEqual(left(shop.clock.now()))
      return { ...payment, etag: headers.etag }
    }
    const first = await ask()
    shop.clock.advance(10 * 60_000)
    const later = await ask()
    expect(later.expires_in).toBeLessThanOrEqual(first.expires_in - 10 * 60)
    expect(later.etag).toBe(first.etag)
    shop.clock.advance(20 * 60_000)
    expect(await shop.shown(orderId)).toMatchObject({
      status: "expired",
      expires_in: null,
    })
  })
})

describe("a customer who says that they have paid", () => {
  it("makes the shop ask the gateway once, and has the outcome in the answer", async () => {
    const orderId = await buyer.placeOrder(variant)
    const before = reads()
    expect(await check(orderId)).toMatchObject({
      status: 200,
      data: { payment: { status: "awaiting_payment" }, maintenance: null },
    })
    expect(reads()).toBe(before + 1)

    sandbox.payments.pay(orderId)
    expect(await shop.shown(orderId)).toMatchObject({
      status: "awaiting_payment",
    })
    expect(await check(orderId)).toMatchObject({
      status: 200,
      data: { payment: { status: "paid" } },
    })
    expect((await shop.readOrder(orderId)).payment_status).toBe("captured")
    const paid = reads()
    await check(orderId)
    expect(reads()).toBe(paid)
  })

  it("finds money that came after the time, for a payment that has ended here", async () => {
    const orderId = await shop.placeExpired()
    sandbox.payments.pay(orderId)
    const answer = await check(orderId)
    expect(answer.data.payment).toMatchObject({ status: "paid" })
  })

  it("may say so six times a minute, and costs the gateway nothing after that", async () => {
    const orderId = await buyer.placeOrder(variant)
    const before = reads()
    for (let time = 1; time <= 6; time++) {
      expect((await check(orderId)).status).toBe(200)
    }
    const refused = await check(orderId, buyer.speaking("th"))
    expect(refused).toMatchObject({
      status: 503,
      data: { code: "one2pays_busy", message: expect.stringMatching(/กรุณา/) },
    })
    expect(Number(refused.headers["retry-after"])).toBeGreaterThan(0)
    expect(reads()).toBe(before + 6)
    // Another payment has a limit of its own.
    sandbox.payments.expire(orderId)
    await shop.reconcile()
    expect((await buyer.payAgain(orderId)).status).toBe(201)
  })

  it("is told when the gateway cannot be asked, and that there is no such order", async () => {
    const orderId = await buyer.placeOrder(variant)
    sandbox.addFault({
      kind: "server_error",
      endpoint: "payments.retrieve",
      status: 500,
      times: Infinity,
    })
    expect(await check(orderId)).toMatchObject({
      status: 503,
      data: { code: "one2pays_unavailable" },
    })
    expect((await check("order_unknown")).status).toBe(404)
  })
})

describe("a customer who wants to pay from another account", () => {
  it("gives up the open payment for the next one, which the old QR cannot pay any more", async () => {
    const orderId = await buyer.placeOrder(variant)
    expect(
      await buyer.payAgain(orderId, {
        ...replacing(orderId),
        replace: undefined,
      })
    ).toMatchObject({ status: 409, data: { code: "one2pays_payment_open" } })
    expect(sandbox.payments.get(orderId)!.status).toBe("processing")

    expect(await buyer.payAgain(orderId, replacing(orderId))).toMatchObject({
      status: 201,
      data: {
        payment: {
          status: "awaiting_payment",
          reference_id: `${orderId}.2`,
          payer: { bank_code: "014", last4: "6655" },
        },
      },
    })
    expect(sandbox.payments.get(orderId)!.status).toBe("canceled")
    sandbox.payments.pay(`${orderId}.2`)
    expect((await check(orderId)).data.payment).toMatchObject({
      status: "paid",
    })
  })

  it("gives up nothing without another account, with one that does not fit, or with a method that the shop lacks", async () => {
    const orderId = await buyer.placeOrder(variant)
    const shown = await shop.shown(orderId)
    for (const body of [
      { replace: orderId },
      { replace: orderId, payment_method: "bank_transfer" },
      { ...replacing(orderId), replace: true },
      // Of an older payment, which another tab has replaced by this one.
      replacing(`${orderId}.0`),
      replacing(orderId, { ...OTHER_PAYER, account_number: "1" }),
      { ...replacing(orderId), payment_method: "cash" },
    ]) {
      const { status } = await buyer.payAgain(orderId, body)
      expect([400, 409]).toContain(status)
    }
    expect(sandbox.payments.get(orderId)!.status).toBe("processing")
    expect({ ...(await shop.shown(orderId)), expires_in: 0 }).toEqual({
      ...shown,
      expires_in: 0,
    })
  })

  it("who has paid a moment before pays no other time", async () => {
    const orderId = await buyer.placeOrder(variant)
    sandbox.payments.pay(orderId)
    expect(await buyer.payAgain(orderId, replacing(orderId))).toMatchObject({
      status: 409,
      data: { code: "one2pays_already_paid" },
    })
    expect(sandbox.payments.get(`${orderId}.2`)).toBeUndefined()
    await shop.reconcile()
    await shop.untilPaid(orderId)
  })

  it("has to be the order's own, where that has an account, before anything is given up", async () => {
    const owner = await registerCustomer(shop.api, shop, "story@example.com")
    const orderId = await owner.buyer.placeOrder(variant)
    expect(await buyer.payAgain(orderId, replacing(orderId))).toMatchObject({
      status: 403,
      data: { code: "one2pays_payer_not_yours" },
    })
    expect(sandbox.payments.get(orderId)!.status).toBe("processing")
    expect(
      (await owner.buyer.payAgain(orderId, replacing(orderId))).status
    ).toBe(201)
    expect(sandbox.payments.get(orderId)!.status).toBe("canceled")
  })

  it("keeps a guest's first account beside the new one, for whoever decides about a refund", async () => {
    const orderId = await buyer.placeOrder(variant)
    await buyer.payAgain(orderId, replacing(orderId))
    const rows = await shop.sql<{ first_payer: object | null }>(
      "select first_payer from one2pays_payment where reference_id = ?",
      [`${orderId}.2`]
    )
    expect(rows[0]!.first_payer).toMatchObject({
      account_name: PAYER.account_name,
      last4: "7890",
    })
  })
})
