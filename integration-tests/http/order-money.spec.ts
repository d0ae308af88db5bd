import type { ConfigModule } from "@medusajs/framework/types"
import { ContainerRegistrationKeys } from "@medusajs/framework/utils"
import { fewestQueries } from "../setup/count-queries"
import { PAYER } from "../setup/buyer"
import { openShop } from "../setup/open-shop"
import { orderActs } from "../setup/order-acts"

const shop = openShop({ webhooks: false })
const { variant, buyer, desk, sandbox } = shop
const acts = orderActs(shop)

beforeEach(() => desk.forgetBalance())

/** What the order's page says of its money. */
async function moneyOf(orderId: string): Promise<Record<string, unknown>> {
  const { status, data } = await shop.admin.get(
    `/admin/one2pays/payments?order_id=${orderId}`
  )
  expect(status).toBe(200)
  return data.order_money as Record<string, unknown>
}

const askForLink = (orderId: string) =>
  shop.admin.post(`/admin/one2pays/orders/${orderId}/payment-link`)

interface Link {
  id: string
  order_id: string
  amount: number
  path: string
  url: string | null
}

async function linkOf(orderId: string): Promise<Link> {
  const { status, data } = await askForLink(orderId)
  expect({ status, data }).toMatchObject({ status: 200 })
  return data.payment_link as Link
}

/** The customer opens a link on the shop's server, or sends the form of its page. */
async function open(
  { path }: Link,
  form?: Record<string, string>
): Promise<string> {
  const response = await fetch(
    `http://localhost:${process.env.PORT!}${path}`,
    form && { method: "POST", body: new URLSearchParams(form) }
  )
  expect(response.status).toBe(200)
  return response.text()
}

const FORM = { payment_method: "promptpay", ...PAYER }
const AGAIN = { again: "1" }

/** The customer pays by a link, and the shop hears of it. `reference` is the payment's that it leads to. */
async function payBy(
  link: Link,
  form: Record<string, string>,
  reference: string
): Promise<void> {
  expect(await open(link, form)).toContain('data-status="awaiting_payment"')
  sandbox.payments.pay(reference)
  await shop.reconcile()
  expect(await open(link)).toContain('data-status="paid"')
}

async function placePaid(): Promise<string> {
  const orderId = await buyer.placeOrder(variant)
  sandbox.payments.pay(orderId)
  await shop.reconcile()
  return orderId
}

/** The one withdraw of an order. */
const withdrawOf = async (orderId: string) =>
  (await desk.list(`order_id=${orderId}`)).withdraws[0]!

/** Somebody else approves a withdraw, and it leaves. */
async function letLeave(id: string): Promise<void> {
  await desk.approve(id)
  await desk.letTimePass()
  await desk.send()
  await desk.untilState(id, "pending", "processing")
}

async function end(id: string, state: "paid" | "failed"): Promise<void> {
  sandbox.withdraws.settle(id, state)
  await desk.act(id, "check")
  expect((await desk.read(id)).state).toBe(state)
}

describe("the money of an order", () => {
  it("waits while nobody has paid, and is received once somebody has", async () => {
    const orderId = await buyer.placeOrder(variant)
    expect(await moneyOf(orderId)).toEqual({
      received: 0,
      waiting: 250,
      can_ask: true,
      refunded: 0,
      on_its_way: 0,
    })
    sandbox.payments.pay(orderId)
    await shop.reconcile()
    expect(await moneyOf(orderId)).toEqual({
      received: 250,
      waiting: 0,
      can_ask: false,
      refunded: 0,
      on_its_way: 0,
    })
  })

  it("still waits where too little came, and nobody is asked twice meanwhile", async () => {
    const orderId = await buyer.placeOrder(variant)
    sandbox.payments.pay(orderId, { amount: "25.05" })
    await shop.reconcile()
    expect(await moneyOf(orderId)).toMatchObject({
      received: 25.05,
      waiting: 250,
      can_ask: false,
    })
  })

  it("goes back: asked for, on its way, paid", async () => {
    const orderId = await placePaid()
    await acts.refund(orderId, 100.25)
    const back = async () => {
      const { refunded, on_its_way } = await moneyOf(orderId)
      return [refunded, on_its_way]
    }
    expect(await back()).toEqual([100.25, 100.25])
    const { id } = await withdrawOf(orderId)
    await letLeave(id)
    expect(await back()).toEqual([100.25, 100.25])
    await end(id, "paid")
    expect(await back()).toEqual([100.25, 0])
    await acts.refund(orderId, 50)
    expect(await back()).toEqual([150.25, 50])
    // Medusa takes what it refunds off the order's total.
    expect(await moneyOf(orderId)).toMatchObject({
      received: 250,
      waiting: 0,
      can_ask: false,
    })
  })

  it("has not gone back by a refund that failed, until it is sent again", async () => {
    const orderId = await placePaid()
    await acts.refund(orderId, 100)
    const { id } = await withdrawOf(orderId)
    await letLeave(id)
    await end(id, "failed")
    expect(await moneyOf(orderId)).toMatchObject({ refunded: 0, on_its_way: 0 })
    const again = await desk.maker.post(
      `/admin/one2pays/withdraws/${id}/pay-back`
    )
    expect(again.status).toBe(201)
    expect(await moneyOf(orderId)).toMatchObject({
      refunded: 100,
      on_its_way: 100,
    })
  })

  it("counts money that fits no order and is paid back, and no other order's", async () => {
    const other = await placePaid()
    await acts.refund(other, 10)
    const orderId = await buyer.placeOrder(variant)
    sandbox.payments.pay(orderId, { amount: "25.00" })
    await shop.reconcile()
    const { id } = await shop.admin.paymentOf(orderId)
    await desk.maker.post(`/admin/one2pays/payments/${id}/pay-back`)
    expect(await moneyOf(orderId)).toEqual({
      received: 25,
      waiting: 250,
      can_ask: true,
      refunded: 25,
      on_its_way: 25,
    })
  })

  it("comes with the payments of one order alone, and costs the same however many there are", async () => {
    const orderId = await shop.placeExpired()
    const list = await shop.admin.get("/admin/one2pays/payments")
    expect(list.data).not.toHaveProperty("order_money")
    const cost = () =>
      fewestQueries(shop.getContainer(), () => moneyOf(orderId))
    const one = await cost()
    await buyer.payAgain(orderId)
    sandbox.payments.expire(`${orderId}.2`)
    await shop.reconcile()
    expect(await cost()).toBeLessThanOrEqual(one)
    expect(sandbox.payments.list()).toHaveLength(2)
  })
})

describe("a payment link that staff ask for at the order", () => {
  it("leads to the payment that waits, and is the same when asked again", async () => {
    const orderId = await buyer.placeOrder(variant)
    const link = await linkOf(orderId)
    expect(link).toMatchObject({ order_id: orderId, amount: 250 })
    expect(await open(link)).toContain('data-status="awaiting_payment"')
    expect(await linkOf(orderId)).toEqual(link)
    expect(await acts.collectionsOf(orderId)).toHaveLength(1)
  })

  it("takes the payment after the earlier one has expired", async () => {
    const orderId = await shop.placeExpired()
    expect(await moneyOf(orderId)).toMatchObject({
      waiting: 250,
      can_ask: true,
    })
    await payBy(await linkOf(orderId), AGAIN, `${orderId}.2`)
    expect(await moneyOf(orderId)).toMatchObject({ received: 250, waiting: 0 })
  })

  it("takes it after the earlier one was canceled by staff", async () => {
    const orderId = await buyer.placeOrder(variant)
    const { id } = await shop.admin.paymentOf(orderId)
    await shop.admin.post(`/admin/one2pays/payments/${id}/cancel`)
    await payBy(await linkOf(orderId), AGAIN, `${orderId}.2`)
  })

  it("takes it after the earlier one failed", async () => {
    const orderId = await buyer.placeOrder(variant)
    sandbox.payments.fail(orderId)
    await shop.reconcile()
    await payBy(await linkOf(orderId), AGAIN, `${orderId}.2`)
  })

  it("takes it after too little came and staff closed that issue", async () => {
    const orderId = await buyer.placeOrder(variant)
    sandbox.payments.pay(orderId, { amount: "25.00" })
    await shop.reconcile()
    expect((await askForLink(orderId)).status).toBe(409)
    const { id } = await shop.admin.paymentOf(orderId)
    await shop.admin.post(`/admin/one2pays/payments/${id}/resolve`, {
      note: "Given back in cash.",
    })
    const link = await linkOf(orderId)
    expect(await linkOf(orderId)).toEqual(link)
    const [first] = await acts.collectionsOf(orderId)
    const old = { ...link, path: `/one2pays/pay/${orderId}~${first!.id}` }
    expect(await open(old)).toContain('data-status="under_review"')
    await payBy(link, FORM, `${orderId}.2`)
    expect(await moneyOf(orderId)).toMatchObject({ received: 275, waiting: 0 })
  })

  it("leaves every older link with its review, however often too little came", async () => {
    const orderId = await buyer.placeOrder(variant)
    const [first] = await acts.collectionsOf(orderId)
    const links = [{ path: `/one2pays/pay/${orderId}~${first!.id}` } as Link]
    for (const reference of [orderId, `${orderId}.2`]) {
      sandbox.payments.pay(reference, { amount: "25.00" })
      await shop.reconcile()
      const { id } = await shop.admin.paymentOf(reference)
      await shop.admin.post(`/admin/one2pays/payments/${id}/resolve`, {
        note: "Given back in cash.",
      })
      const link = await linkOf(orderId)
      for (const old of links) {
        expect(await open(old)).toContain('data-status="under_review"')
      }
      expect(await open(link, FORM)).toContain('data-status="awaiting_payment"')
      links.push(link)
    }
    sandbox.payments.pay(`${orderId}.3`)
    await shop.reconcile()
    expect(await open(links[2]!)).toContain('data-status="paid"')
  })

  it("asks for the rest of an order that was paid and came to owe more, once however often it is asked for", async () => {
    const orderId = await placePaid()
    await acts.edit(orderId, 2)
    expect(await moneyOf(orderId)).toMatchObject({
      received: 250,
      waiting: 250,
      can_ask: true,
    })
    for (const { id, status } of await acts.collectionsOf(orderId)) {
      if (status === "not_paid") await acts.deleteCollection(id)
    }
    const links = await Promise.all([linkOf(orderId), linkOf(orderId)])
    expect(links[0]).toEqual(links[1])
    expect(links[0]).toMatchObject({ amount: 250 })
    expect(await acts.collectionsOf(orderId)).toHaveLength(2)
    await payBy(links[0], AGAIN, `${orderId}.2`)
    expect(await moneyOf(orderId)).toMatchObject({ received: 500, waiting: 0 })
  })

  it("asks for all that is owed, where another link asks for a part", async () => {
    const orderId = await acts.draft()
    await acts.confirmDraft(orderId)
    await acts.requestPayment(orderId, 100)
    const link = await linkOf(orderId)
    expect(link.amount).toBe(250)
    await payBy(link, FORM, orderId)
  })

  it("is refused while money that came a second time waits for staff", async () => {
    const orderId = await placePaid()
    sandbox.payments.payTwice(orderId, { showsSum: true })
    await shop.admin.post(
      `/admin/one2pays/payments/${(await shop.admin.paymentOf(orderId)).id}/check`
    )
    expect((await shop.admin.paymentOf(orderId)).issue?.code).toBe("paid_twice")
    await acts.edit(orderId, 2)
    expect(await moneyOf(orderId)).toMatchObject({ can_ask: false })
    expect((await askForLink(orderId)).status).toBe(409)
  })

  it("is refused where nothing is owed, and where there is no order", async () => {
    const paid = await askForLink(await placePaid())
    expect(paid).toMatchObject({
      status: 409,
      data: { code: "one2pays_wrong_state" },
    })
    const canceled = await buyer.placeOrder(variant)
    await acts.cancel(canceled)
    expect((await askForLink(canceled)).status).toBe(409)
    expect((await askForLink("order_none")).status).toBe(404)
  })

  it("is the storefront's page where the shop names one, or else the plain page on the backend", async () => {
    const { admin } = shop.resolve<ConfigModule>(
      ContainerRegistrationKeys.CONFIG_MODULE
    )
    const { storefrontUrl, backendUrl } = admin
    const orderId = await buyer.placeOrder(variant)
    try {
      admin.backendUrl = "https://api.shop.example/"
      delete admin.storefrontUrl
      const plain = await linkOf(orderId)
      expect(plain.url).toBe(
        `https://api.shop.example/one2pays/pay/${orderId}~${plain.id}`
      )
      admin.storefrontUrl = "https://shop.example/"
      expect((await linkOf(orderId)).url).toBe(
        `https://shop.example/payment-collection/${plain.id}?order_id=${orderId}`
      )
      delete admin.storefrontUrl
      admin.backendUrl = "/"
      expect((await linkOf(orderId)).url).toBeNull()
    } finally {
      Object.assign(admin, { storefrontUrl, backendUrl })
    }
  })
})
